package dev.leadline.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Processes of the run that have no stream yet: just forked, or an interpreter that still starts
 * while the one who started it is gone. They are known by the run's directory on their command line
 * or in their environment.
 */
final class Latecomers {

  /** How long a process may take to open its stream once nobody else has one. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String directory;
  private final RecordedProcesses recorded;
  private long deadline;
  private boolean expected;

  Latecomers(Path directory, RecordedProcesses recorded) {
    this.directory = directory.toString();
    this.recorded = recorded;
  }

  /** Somebody has come: who comes after that has its time anew. */
  void oneCame() {
    expected = false;
  }

  /** Whether the last look found somebody. */
  boolean wereExpected() {
    return expected;
  }

  /** Whether somebody may still come; asked when all streams have ended. */
  boolean areExpected() {
    long now = System.nanoTime();
    if (!expected) {
      deadline = now + PATIENCE.toNanos();
    }
    expected = deadline - now > 0 && ProcessHandle.allProcesses().anyMatch(this::isOne);
    return expected;
  }

  private boolean isOne(ProcessHandle process) {
    return !recorded.knew(process.pid())
        && (isForked(process.info()) || (isPython(process.info()) && isTold(process.pid())));
  }

  /** It has the command line of its parent. */
  private boolean isForked(ProcessHandle.Info info) {
    return info.arguments()
        .filter(words -> Arrays.stream(words).anyMatch(word -> word.contains(directory)))
        .isPresent();
  }

  private static boolean isPython(ProcessHandle.Info info) {
    return info.command().filter(path -> path.contains("python")).isPresent();
  }

  /** It has the variables that tell a new interpreter where to connect. */
  private boolean isTold(long process) {
    try {
      Path environment = Path.of("/proc/" + process + "/environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(directory);
    } catch (IOException e) {
      return false; // it is gone, or somebody else's, or there is no /proc
    }
  }
}
