package dev.leadline.launch.children;

import java.time.Duration;

/**
 * Processes of the run without a stream yet: just forked, or an interpreter that is still starting
 * after its parent has ended, or after {@code exec}.
 */
final class PendingProcesses {

  /**
   * How long a process may take to open its stream once no other has one; a busy machine is slow.
   */
  private static final Duration GRACE_PERIOD = Duration.ofSeconds(5);

  private final RunProcessFinder finder;
  private final RecordedProcesses recorded;
  private long deadline;
  private boolean found;

  PendingProcesses(RunProcessFinder finder, RecordedProcesses recorded) {
    this.finder = finder;
    this.recorded = recorded;
  }

  /** A process has connected: the grace period starts again for the next. */
  void restartGracePeriod() {
    found = false;
  }

  /** Whether the last search found any. */
  boolean existed() {
    return found;
  }

  /** Whether any process may still connect; to be asked when all streams have ended. */
  boolean exist() {
    long now = System.nanoTime();
    if (!found) {
      deadline = now + GRACE_PERIOD.toNanos();
    }
    found = deadline - now > 0 && ProcessHandle.allProcesses().anyMatch(this::mayCome);
    return found;
  }

  private boolean mayCome(ProcessHandle process) {
    if (recorded.mayHaveBecomeAnother(process.pid())) {
      // in the order in which it changes: it may become the interpreter between the two
      return finder.isInExec(process) || finder.isInterpreter(process);
    }
    return finder.isOfRun(process)
        && (!recorded.knew(process.pid()) || finder.isInterpreter(process));
  }
}
