package dev.leadline.wire;

import dev.leadline.event.Recording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the agent is told: the file that PROTOCOL.md describes.
 *
 * @param programKind {@code script}, {@code module}, {@code code}, {@code directory}, {@code stdin}
 * @param target a path, a module name, or the code
 * @param arguments what follows the program
 * @param directory where the agent may make its FIFO
 * @param stdio what the agent opens by itself
 * @param recording which events are wanted
 * @param timed whether to take times
 * @param live whether to write every event at once
 * @param pythonArguments the interpreter and its options as the user would type them
 * @param followSocket the socket on which the streams of other processes are awaited; empty where
 *     none is followed
 * @param flushSignal number of the signal that the agent may use to be asked for what it holds
 * @param idleSignal whether the agent is to listen for a signal while the program waits
 * @param runner what loads the program by itself, with nothing of the agent's beneath; the calls
 *     are then counted, and no event is recorded
 */
public record AgentConfig(
    String programKind,
    String target,
    List<String> arguments,
    String directory,
    Stdio stdio,
    Recording recording,
    boolean timed,
    boolean live,
    List<String> pythonArguments,
    Optional<String> followSocket,
    OptionalInt flushSignal,
    boolean idleSignal,
    Optional<Runner> runner) {

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
  }

  /**
   * A debugger or launcher of the user's own.
   *
   * @param kind {@code script} or {@code module}
   * @param target its path or its module's name
   * @param socket where the agent connects to
   */
  public record Runner(String kind, String target, String socket) {
    public Runner {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(socket, "socket");
    }
  }

  public AgentConfig {
    Objects.requireNonNull(programKind, "programKind");
    Objects.requireNonNull(target, "target");
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(stdio, "stdio");
    Objects.requireNonNull(recording, "recording");
    pythonArguments = List.copyOf(pythonArguments);
    Objects.requireNonNull(followSocket, "followSocket");
    Objects.requireNonNull(flushSignal, "flushSignal");
    Objects.requireNonNull(runner, "runner");
  }
}
