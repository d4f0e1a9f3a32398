package dev.leadline.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Processes of the run that have no stream yet: just forked, or an interpreter that still starts
 * while the one who started it is gone. They are known by the run's directory on their command
 * line.
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
        && process
            .info()
            .arguments()
            .filter(words -> Arrays.stream(words).anyMatch(word -> word.contains(directory)))
            .isPresent();
  }
}
