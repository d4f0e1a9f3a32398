package dev.leadline.launch;

import dev.leadline.wire.AgentConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The agent's configuration, on disk. */
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
  static Path write(Launch launch, Path directory, Optional<Path> socket, boolean kept)
      throws LaunchException {
    Path file = directory.resolve("config.json");
    AgentConfig config =
        new AgentConfig(
            launch.run(),
            directory,
            launch.stdio().paths(),
            socket,
            flushSignal(),
            kept && isLinux());
    try {
      Files.write(file, config.bytes());
    } catch (IOException e) {
      throw LaunchException.because("cannot write " + file, e);
    }
    return file;
  }

  private static OptionalInt flushSignal() {
    return isLinux() ? OptionalInt.of(FLUSH_SIGNAL) : OptionalInt.empty();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
  }
}
