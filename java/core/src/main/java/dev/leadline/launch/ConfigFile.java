package dev.leadline.launch;

import dev.leadline.wire.AgentConfig;
import dev.leadline.wire.AgentConfigWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the agent is told, on disk. */
final class ConfigFile {

  /**
   * The signal on which the agent writes what it holds: one of Linux's real-time signals, which end
   * a process that has no handler, and which programs use for nothing.
   */
  private static final int FLUSH_SIGNAL = 57;

  private ConfigFile() {}

  /**
   * Writes it into the run's directory.
   *
   * @param socket where streams come in by one
   * @param kept whether what is recorded is kept where this JVM is killed
   */
  static Path write(LaunchRequest request, Path directory, Optional<Path> socket, boolean kept)
      throws LaunchException {
    Path file = directory.resolve("config.json");
    AgentConfig content =
        new AgentConfig(
            request.program().kind().wireName(),
            request.program().target(),
            request.program().arguments(),
            directory.toString(),
            request.stdio().paths(),
            request.recording(),
            request.timed(),
            request.live(),
            typed(request),
            socket.filter(path -> request.follow()).map(Path::toString),
            flushSignal(),
            kept && isLinux(),
            request.runner().map(runner -> runner(runner, socket.orElseThrow())));
    try {
      overwrite(file, AgentConfigWriter.bytes(content));
    } catch (IOException e) {
      throw LaunchException.because("cannot write " + file, e);
    }
    return file;
  }

  /** A file that an earlier run had is used again, without giving back its place on the disk. */
  private static void overwrite(Path file, byte[] content) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toString(), "rw")) {
      out.write(content);
      out.setLength(content.length);
    }
  }

  private static List<String> typed(LaunchRequest request) {
    List<String> typed = new ArrayList<>();
    typed.add(request.python().command());
    typed.addAll(request.pythonOptions());
    return typed;
  }

  private static AgentConfig.Runner runner(Runner runner, Path socket) {
    return new AgentConfig.Runner(runner.kind().wireName(), runner.target(), socket.toString());
  }

  private static OptionalInt flushSignal() {
    return isLinux() ? OptionalInt.of(FLUSH_SIGNAL) : OptionalInt.empty();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
  }
}
