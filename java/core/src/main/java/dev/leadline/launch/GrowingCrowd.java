package dev.leadline.launch;

import dev.leadline.process.ProcessTree;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The processes of a program that breeds faster than it can be ended one by one. */
final class GrowingCrowd {

  private static final int BETWEEN_ROUNDS_MS = 20;
  private static final Duration LONGEST_CRUSH = Duration.ofSeconds(60);

  private final Supplier<ProcessTree> known;
  private final RunMark mark;
  private final Keeper keeper;

  /** Those who are known by now, asked anew each time, and those who bear the mark. */
  GrowingCrowd(Supplier<ProcessTree> known, RunMark mark, Keeper keeper) {
    this.known = known;
    this.mark = mark;
    this.keeper = keeper;
  }

  /**
   * Ends a crowd that grows while it is ended: all are stopped before the first is killed, so that
   * nobody breeds and nobody is orphaned unseen; until a look finds nobody any more.
   */
  void crush() {
    long deadline = System.nanoTime() + LONGEST_CRUSH.toNanos();
    while (!members().isEmpty() && System.nanoTime() < deadline) {
      Set<Long> stopped = stopAll();
      if (!keeper.signal("KILL", stopped)) {
        known.get().kill();
      }
      pause();
    }
  }

  private Set<Long> stopAll() {
    Set<Long> stopped = new HashSet<>();
    List<Long> fresh = members();
    while (!fresh.isEmpty()) {
      keeper.signal("STOP", fresh);
      stopped.addAll(fresh);
      fresh = members().stream().filter(process -> !stopped.contains(process)).toList();
    }
    return stopped;
  }

  /** All who run; a process that waits to be reaped has no command any more. */
  private List<Long> members() {
    List<Long> marked = mark.processes().map(ProcessHandle::pid).toList();
    return known.get().with(ProcessTree.of(marked)).members().stream()
        .filter(process -> process.isAlive() && process.info().command().isPresent())
        .map(ProcessHandle::pid)
        .toList();
  }

  private synchronized void pause() {
    try {
      TimeUnit.MILLISECONDS.timedWait(this, BETWEEN_ROUNDS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
