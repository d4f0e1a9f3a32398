package dev.leadline.launch;

import dev.leadline.process.ProcessTree;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The program while it runs, with all that it started: told of signals, and brought to an end. */
final class RunningProgram {

  /** How long a program may take to end once it was told to, as when a system shuts down. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long where its time is up, or where it was told again. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  private static final String END = "TERM";
  private static final int INT = 2;

  private final Process process;
  private final RecordedProcesses recorded;
  private final FollowedProcesses followed;
  private final Keeper keeper;
  private boolean told;
  private boolean over;

  /** A program that was started just now. */
  RunningProgram(Process process, FollowedProcesses followed, Keeper keeper) {
    this.process = process;
    this.followed = followed;
    this.recorded = followed.recorded();
    this.keeper = keeper;
    keeper.begin(process.pid());
  }

  /** Hands a signal on. */
  void signal(String name) {
    Collection<Long> receivers = receivers();
    if (!keeper.signal(name, receivers) && name.equals(END)) {
      ProcessTree.of(receivers).roots().forEach(ProcessHandle::destroy);
    }
  }

  /** Hands SIGINT on; a program that leaves it to the system ends at once. */
  void interrupt() {
    if (recorded.knew(process.pid()) && CaughtSignals.isDefault(process.pid(), INT)) {
      recorded.flush(keeper);
    }
    signal("INT");
  }

  /**
   * Hands a signal on that is meant to end the program, and sees to it that it does: in its own way
   * if that is soon. What it recorded so far is taken in first.
   */
  void end(String signal) {
    Duration patience = tellOnce();
    signal(signal);
    killAfter(patience);
  }

  /** Sees to it that the program ends, which was told to by somebody else. */
  void endTold() {
    killAfter(tellOnce());
  }

  /** Its time is up: ends everybody, politely first, and returns when that is done. */
  void endInTime() {
    recorded.flush(keeper);
    everybodyMarked().end(HURRY);
    kill();
  }

  /** Ends everybody at once. */
  void kill() {
    everybodyMarked().kill();
    later(HURRY).execute(followed::giveUp);
  }

  /** Stops those who are known, without a look around. */
  void stopKnown() {
    keeper.signal("STOP", recorded.processIds());
  }

  /** Ends everybody, however many more they become meanwhile. */
  void crush() {
    new GrowingCrowd(this::everybody, followed.mark(), keeper).crush();
    followed.giveUp();
  }

  /** It is over; whatever was planned is not done any more. */
  synchronized void close() {
    over = true;
    notifyAll();
    keeper.end(process.pid());
  }

  /** The program; when it is gone, those whom it left behind. */
  private Collection<Long> receivers() {
    return process.isAlive() ? List.of(process.pid()) : recorded.processIds();
  }

  private ProcessTree everybody() {
    return ProcessTree.of(process).with(ProcessTree.of(recorded.processIds()));
  }

  private ProcessTree everybodyMarked() {
    return everybody().with(ProcessTree.of(followed.mark().everybody()));
  }

  /** What it holds is taken in where it is told to end for the first time; how long it may take. */
  private Duration tellOnce() {
    boolean first = tell();
    if (first) {
      recorded.flush(keeper);
    }
    return first ? PATIENCE : HURRY;
  }

  private synchronized boolean tell() {
    boolean first = !told;
    told = true;
    return first;
  }

  private void killAfter(Duration patience) {
    later(patience).execute(this::killUnlessOver);
  }

  private synchronized void killUnlessOver() {
    if (!over) {
      kill();
    }
  }

  private static Executor later(Duration delay) {
    return CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
