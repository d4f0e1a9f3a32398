package dev.leadline.launch;

import java.time.Duration;

/**
 * Processes of the run that have no stream yet: just forked, or an interpreter that still starts
 * while the one who started it is gone, or that took its place.
 */
final class Latecomers {

  /**
   * How long a process may take to open its stream once no other has one; a busy machine is slow.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RunMark mark;
  private final RecordedProcesses recorded;
  private long deadline;
  private boolean expected;

  Latecomers(RunMark mark, RecordedProcesses recorded) {
    this.mark = mark;
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
    expected = deadline - now > 0 && ProcessHandle.allProcesses().anyMatch(this::mayCome);
    return expected;
  }

  private boolean mayCome(ProcessHandle process) {
    if (recorded.mayHaveBecomeAnother(process.pid())) {
      return mark.isInterpreter(process) || mark.isChanging(process);
    }
    return mark.isOn(process) && (!recorded.knew(process.pid()) || mark.isInterpreter(process));
  }
}
