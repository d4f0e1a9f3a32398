package dev.leadline.launch.children;

import dev.leadline.launch.signals.CaughtSignals;
import dev.leadline.launch.signals.Watchdog;
import dev.leadline.launch.streams.Background;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an idle process to flush: it may wait for hours, and this JVM may be killed meanwhile. A
 * process that has flushed is asked again when it has written more; the agent writes its next event
 * at once.
 */
public final class IdleProcesses {

  private static final long PERIOD_MS = 100;
  private static final long SILENCE_NS = 400_000_000;

  /**
   * A signal that comes right before a system call is handled when that returns, and a process that
   * computes in C answers when it is through: it is asked again, after twice the time.
   */
  private static final int MOST_ASKED = 5;

  private final RecordedProcesses recorded;
  private final Watchdog watchdog;
  private final Map<Integer, Silence> silent = new HashMap<>();
  private boolean closed;

  /** Since when a process has written nothing, or was asked, and how often it was. */
  private record Silence(long since, int asked) {

    boolean isOver(long now) {
      return now - since > SILENCE_NS << asked;
    }
  }

  public IdleProcesses(RecordedProcesses recorded, Watchdog watchdog) {
    this.recorded = recorded;
    this.watchdog = watchdog;
    new Background("idle", this::run).start();
  }

  /** This process has written something. */
  public synchronized void wrote(int number) {
    silent.put(number, new Silence(System.nanoTime(), 0));
  }

  /** This process has flushed its buffer. */
  public synchronized void flushed(int number) {
    silent.remove(number);
  }

  /** Asks no more. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private synchronized void run() {
    try {
      while (!closed) {
        wait(PERIOD_MS);
        long now = System.nanoTime();
        List.copyOf(silent.keySet()).forEach(number -> look(number, now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(int number, long now) {
    Silence silence = silent.get(number);
    if (!closed && silence.isOver(now)) {
      Optional<ProcessFacts> facts = recorded.facts(number);
      if (facts.isEmpty() || silence.asked() == MOST_ASKED) {
        silent.remove(number);
      } else {
        silent.put(number, new Silence(now, silence.asked() + 1));
        ask(facts.get());
      }
    }
  }

  private void ask(ProcessFacts facts) {
    facts.idleSignal().stream()
        .filter(signal -> CaughtSignals.interrupts(facts.process(), signal))
        .forEach(signal -> watchdog.signal(Integer.toString(signal), List.of(facts.process())));
  }
}
