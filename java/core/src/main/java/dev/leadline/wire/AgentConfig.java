package dev.leadline.wire;

import dev.leadline.json.JsonObject;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.run.Runner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The agent's configuration, as PROTOCOL.md describes it: a run, and how the agent reaches this
 * process.
 *
 * @param run what is run
 * @param directory where the agent may make its FIFO
 * @param stdio what the agent opens by itself
 * @param socket where streams are awaited: those of child processes, and that of a runner; empty
 *     where there is neither
 * @param flushSignal number of the signal that asks the agent to flush its buffer
 * @param idleSignal whether the agent listens for a signal while the program waits
 */
public record AgentConfig(
    PythonRun run,
    Path directory,
    Stdio stdio,
    Optional<Path> socket,
    OptionalInt flushSignal,
    boolean idleSignal) {

  /**
   * For each of the program's streams a path that the agent opens, or none for a pipe of ours.
   *
   * @param stdin path to read
   * @param stdout path to write
   * @param stderr path to write
   */
  public record Stdio(Optional<String> stdin, Optional<String> stdout, Optional<String> stderr) {

    /** Pipes for all three. */
    public static final Stdio PIPED =
        new Stdio(Optional.empty(), Optional.empty(), Optional.empty());

    public Stdio {
      Objects.requireNonNull(stdin, "stdin");
      Objects.requireNonNull(stdout, "stdout");
      Objects.requireNonNull(stderr, "stderr");
    }

    private JsonObject json() {
      return new JsonObject().text("stdin", stdin).text("stdout", stdout).text("stderr", stderr);
    }
  }

  public AgentConfig {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdio, "stdio");
    Objects.requireNonNull(socket, "socket");
    Objects.requireNonNull(flushSignal, "flushSignal");
    if (run.spec().runner().isPresent() && socket.isEmpty()) {
      throw new IllegalArgumentException("a runner's stream needs a socket");
    }
  }

  /** The text, in ASCII. */
  public byte[] bytes() {
    RunSpec spec = run.spec();
    String json =
        new JsonObject()
            .object("program", program(spec.program()))
            .text("directory", directory.toString())
            .object("stdio", stdio.json())
            .object("recording", RecordingFields.write(spec.recording()))
            .flag("timed", spec.timed())
            .flag("live", spec.live())
            .texts("python_args", run.typed())
            .object("follow", socket.filter(path -> spec.follow()).map(AgentConfig::connecting))
            .number("flush_signal", RecordingFields.wide(flushSignal))
            .flag("idle_signal", idleSignal)
            .text("engine", spec.runner().isPresent() ? "observe" : "settrace")
            .object("runner", spec.runner().map(this::runner))
            .text("recorder", spec.engine().toString())
            .toJson();
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonObject program(Program program) {
    return new JsonObject()
        .text("kind", program.kind().wireName())
        .text("target", program.target())
        .texts("args", program.arguments());
  }

  private static JsonObject connecting(Path path) {
    return new JsonObject().text("socket", path.toString());
  }

  private JsonObject runner(Runner runner) {
    return new JsonObject()
        .text("kind", runner.kind().wireName())
        .text("target", runner.target())
        .text("socket", socket.orElseThrow().toString());
  }
}
