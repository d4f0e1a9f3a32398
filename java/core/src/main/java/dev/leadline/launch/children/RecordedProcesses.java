package dev.leadline.launch.children;

import dev.leadline.launch.signals.CaughtSignals;
import dev.leadline.launch.signals.Watchdog;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The processes whose streams are open, by their number in the trace. */
public final class RecordedProcesses {

  /** How long the processes may take to flush before they are ended. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** When a process that has not flushed is asked again: its signal may have come too early. */
  private static final Duration REPEAT = Duration.ofMillis(200);

  /** The record before an {@code exec}. */
  private static final byte[] EXEC =
      "{\"record\":\"leaving\",\"how\":\"exec\"".getBytes(StandardCharsets.US_ASCII);

  private final Map<Integer, ProcessFacts> open = new TreeMap<>();
  private final Set<Long> known = new HashSet<>();
  private final Set<Integer> asked = new HashSet<>();
  private final Map<Integer, Long> ids = new HashMap<>();
  private final Set<Integer> leaving = new HashSet<>();

  /** A stream has begun. */
  public synchronized void begin(int number, ProcessFacts facts) {
    open.put(number, facts);
    known.add(facts.process());
    ids.put(number, facts.process());
    leaving.removeIf(earlier -> facts.process() == ids.getOrDefault(earlier, 0L));
    notifyAll();
  }

  /** Whole lines of a stream have come. */
  synchronized void received(int number, byte[] lines) {
    if (lines.length > 0) {
      if (endsWithExec(lines)) {
        leaving.add(number);
      } else {
        leaving.remove(number);
      }
    }
  }

  /**
   * Whether this process may have called {@code exec}: that was the last record of its stream. A
   * stream whose header has not been read may be of any process.
   */
  synchronized boolean mayHaveBecomeAnother(long process) {
    return leaving.stream().anyMatch(number -> ids.getOrDefault(number, process) == process);
  }

  private static boolean endsWithExec(byte[] lines) {
    int from = lines.length - 1;
    while (from > 0 && lines[from - 1] != '\n') {
      from--;
    }
    return Arrays.equals(
        lines, from, Math.min(from + EXEC.length, lines.length), EXEC, 0, EXEC.length);
  }

  /** A stream has ended. */
  synchronized void end(int number) {
    open.remove(number);
    flushed(number);
  }

  /** A process has flushed its buffer. */
  public synchronized void flushed(int number) {
    asked.remove(number);
    notifyAll();
  }

  /** Whether this process has, or once had, a stream. */
  synchronized boolean knew(long process) {
    return known.contains(process);
  }

  /** What its header says, as long as its stream is open. */
  synchronized Optional<ProcessFacts> facts(int number) {
    return Optional.ofNullable(open.get(number));
  }

  /** Their process ids. */
  synchronized List<Long> processIds() {
    return open.values().stream().map(ProcessFacts::process).distinct().toList();
  }

  /** Asks all of them to flush, and waits a little until they have. */
  void flush(Watchdog watchdog) {
    // the request to end may come before the header
    await(() -> !known.isEmpty(), PATIENCE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Map<Integer, ProcessFacts> here = toAsk();
        !here.isEmpty() && deadline - System.nanoTime() > 0;
        here = stillAsked()) {
      here.forEach((number, facts) -> ask(watchdog, number, facts));
      await(asked::isEmpty, REPEAT);
    }
    forget();
  }

  private synchronized Map<Integer, ProcessFacts> toAsk() {
    asked.addAll(open.keySet());
    return stillAsked();
  }

  /** Those that have not answered, and can. */
  private synchronized Map<Integer, ProcessFacts> stillAsked() {
    Map<Integer, ProcessFacts> here = new TreeMap<>(open);
    here.keySet().retainAll(asked);
    here.values().removeIf(facts -> !listens(facts));
    asked.retainAll(here.keySet());
    return here;
  }

  private synchronized void forget() {
    asked.clear();
  }

  private static boolean listens(ProcessFacts facts) {
    return facts.flushSignal().isPresent()
        && CaughtSignals.has(facts.process(), facts.flushSignal().getAsInt());
  }

  private void ask(Watchdog watchdog, int number, ProcessFacts facts) {
    String signal = Integer.toString(facts.flushSignal().orElseThrow());
    if (!watchdog.signal(signal, List.of(facts.process()))) {
      flushed(number); // it cannot be asked
    }
  }

  private synchronized void await(BooleanSupplier done, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      long left = patience.toNanos();
      while (!done.getAsBoolean() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
