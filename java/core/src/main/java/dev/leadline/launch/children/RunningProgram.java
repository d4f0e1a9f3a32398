package dev.leadline.launch.children;

import dev.leadline.launch.signals.CaughtSignals;
import dev.leadline.launch.signals.Watchdog;
import dev.leadline.process.ProcessTree;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The program while it runs, with all that it started: receives signals, and is ended. */
public final class RunningProgram {

  /** Grace period after the first request to end, as when a system shuts down. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Grace period after a timeout, or after a second request. */
  private static final Duration SHORT_GRACE = Duration.ofSeconds(2);

  private static final String END = "TERM";
  private static final int INT = 2;

  private final Process process;
  private final RecordedProcesses recorded;
  private final FollowedProcesses followed;
  private final Watchdog watchdog;
  private boolean asked;
  private boolean over;

  /** A program that was started just now. */
  public RunningProgram(Process process, FollowedProcesses followed, Watchdog watchdog) {
    this.process = process;
    this.followed = followed;
    this.recorded = followed.recorded();
    this.watchdog = watchdog;
    watchdog.begin(process.pid());
  }

  /** Passes a signal on. */
  public void signal(String name) {
    Collection<Long> receivers = receivers();
    if (!watchdog.signal(name, receivers) && name.equals(END)) {
      ProcessTree.of(receivers).roots().forEach(ProcessHandle::destroy);
    }
  }

  /** Passes SIGINT on; a program without a handler ends at once. */
  public void interrupt() {
    if (recorded.knew(process.pid()) && CaughtSignals.isDefault(process.pid(), INT)) {
      recorded.flush(watchdog);
    }
    signal("INT");
  }

  /**
   * Passes on a signal that asks the program to end, and kills it after the grace period. The agent
   * is asked to flush its buffer first.
   */
  public void end(String signal) {
    Duration grace = flushOnce();
    signal(signal);
    killAfter(grace);
  }

  /** Kills the program after the grace period; something else has asked it to end. */
  public void endAsked() {
    killAfter(flushOnce());
  }

  /** Ends all processes, by SIGTERM first, and returns when that is done. */
  public void endInTime() {
    recorded.flush(watchdog);
    allProcesses().end(SHORT_GRACE);
    kill();
  }

  /** Kills all processes. */
  public void kill() {
    allProcesses().kill();
    later(SHORT_GRACE).execute(followed::giveUp);
  }

  /** Stops the recorded processes, without a search for others. */
  void stopKnown() {
    watchdog.signal("STOP", recorded.processIds());
  }

  /** Kills all processes, while they fork. */
  void killAll() {
    new ForkBomb(this::knownProcesses, followed.finder(), watchdog).end();
    followed.giveUp();
  }

  /** The program has ended; nothing is killed any more. */
  public synchronized void close() {
    over = true;
    notifyAll();
    watchdog.end(process.pid());
  }

  /** The program; when it is gone, its recorded processes. */
  private Collection<Long> receivers() {
    return process.isAlive() ? List.of(process.pid()) : recorded.processIds();
  }

  private ProcessTree knownProcesses() {
    return ProcessTree.of(process).with(ProcessTree.of(recorded.processIds()));
  }

  private ProcessTree allProcesses() {
    return knownProcesses().with(ProcessTree.of(followed.finder().all()));
  }

  /** Flushes the agent at the first request to end; gives the grace period. */
  private Duration flushOnce() {
    boolean first = isFirst();
    if (first) {
      recorded.flush(watchdog);
    }
    return first ? GRACE : SHORT_GRACE;
  }

  private synchronized boolean isFirst() {
    boolean first = !asked;
    asked = true;
    return first;
  }

  private void killAfter(Duration grace) {
    later(grace).execute(this::killUnlessOver);
  }

  private synchronized void killUnlessOver() {
    if (!over) {
      kill();
    }
  }

  private static Executor later(Duration delay) {
    return CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends a program that forks faster than its processes can be ended one by one. */
  private static final class ForkBomb {

    private static final int BETWEEN_ROUNDS_MS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Supplier<ProcessTree> known;
    private final RunProcessFinder finder;
    private final Watchdog watchdog;

    /** Ends what {@code known} gives, each time anew, and what {@code finder} finds. */
    ForkBomb(Supplier<ProcessTree> known, RunProcessFinder finder, Watchdog watchdog) {
      this.known = known;
      this.finder = finder;
      this.watchdog = watchdog;
    }

    /**
     * Stops all processes before it kills the first, so that none forks meanwhile or is orphaned
     * unseen; again and again until no process is found.
     */
    void end() {
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (!members().isEmpty() && System.nanoTime() < deadline) {
        Set<Long> stopped = stopAll();
        if (!watchdog.signal("KILL", stopped)) {
          known.get().kill();
        }
        pause();
      }
    }

    private Set<Long> stopAll() {
      Set<Long> stopped = new HashSet<>();
      List<Long> fresh = members();
      while (!fresh.isEmpty()) {
        watchdog.signal("STOP", fresh);
        stopped.addAll(fresh);
        fresh = members().stream().filter(process -> !stopped.contains(process)).toList();
      }
      return stopped;
    }

    /** All that run; a process that waits to be reaped has no command any more. */
    private List<Long> members() {
      List<Long> marked = finder.pythonProcesses().map(ProcessHandle::pid).toList();
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
}
