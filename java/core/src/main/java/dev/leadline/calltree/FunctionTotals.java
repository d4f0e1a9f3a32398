package dev.leadline.calltree;

import dev.leadline.calltree.CallTree.Deepest;
import dev.leadline.calltree.StackSink.OtherThreads;
import dev.leadline.calltree.TracedFunction.Interned;
import dev.leadline.event.Code;
import dev.leadline.event.CodeMap;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.CallStack;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds events up by function, whatever called it, for each thread on its own. */
public final class FunctionTotals extends StackSink {

  private static final int THREADS = 1_000;
  private static final int TALLIES = 100_000;

  private final Interned functions = new Interned();
  private final Map<TraceThread, Map<TracedFunction, Tally>> threads = new LinkedHashMap<>();
  private final Map<TraceThread, DepthMark> marks = new HashMap<>();
  private TraceThread current;
  private DepthMark markOfCurrent;
  private Map<TracedFunction, Tally> ofCurrent = Map.of();
  private CodeMap<Tally> byCode = new CodeMap<>(this::tally);
  private int tallies;

  /**
   * The totals of each thread that ran any, in the order of their numbers. Beyond fifty thousand
   * functions or a hundred thousand totals, the rest is under {@link TracedFunction#OTHER}; beyond
   * a thousand threads, those that are more have theirs in common.
   */
  public Map<TraceThread, Map<TracedFunction, Tally>> byThread() {
    Map<TraceThread, Map<TracedFunction, Tally>> sorted = new TreeMap<>(OtherThreads.LAST);
    sorted.putAll(threads);
    return Collections.unmodifiableMap(sorted);
  }

  /** The deepest call of a thread that ran any. */
  public Optional<Deepest> deepest(TraceThread thread) {
    return Optional.ofNullable(marks.get(thread)).flatMap(DepthMark::deepest);
  }

  /** The deepest call of all threads of a process. */
  public Optional<Deepest> deepest(int process) {
    return Deepest.of(
        threads.keySet().stream()
            .filter(thread -> thread.process() == process)
            .flatMap(thread -> deepest(thread).stream()));
  }

  /** The totals of all threads of each process, in the order of the processes' numbers. */
  public Map<Integer, Map<TracedFunction, Tally>> byProcess() {
    Map<Integer, Map<TracedFunction, Tally>> sums = new TreeMap<>();
    threads.forEach(
        (thread, tallies) ->
            add(tallies, sums.computeIfAbsent(thread.process(), key -> new LinkedHashMap<>())));
    return Collections.unmodifiableMap(sums);
  }

  /** The totals of all threads together. */
  public Map<TracedFunction, Tally> byFunction() {
    Map<TracedFunction, Tally> sums = new LinkedHashMap<>();
    threads.values().forEach(tallies -> add(tallies, sums));
    return Collections.unmodifiableMap(sums);
  }

  private static void add(Map<TracedFunction, Tally> tallies, Map<TracedFunction, Tally> sums) {
    tallies.forEach((key, tally) -> sums.computeIfAbsent(key, none -> new Tally()).add(tally));
  }

  @Override
  Tally tally(Frame frame, CallStack<OnStack, Tally> below) {
    if (frame.thread() != current) {
      current = frame.thread();
      TraceThread place = place(current);
      ofCurrent = threads.computeIfAbsent(place, key -> new LinkedHashMap<>());
      markOfCurrent = marks.computeIfAbsent(place, key -> new DepthMark());
      byCode = new CodeMap<>(this::tally);
    }
    see(frame, markOfCurrent);
    return byCode.get(frame.code());
  }

  private void see(Frame frame, DepthMark mark) {
    if (mark.isBelow(frame.depth())) {
      mark.see(frame.depth(), functions.of(frame.code()));
    }
  }

  private Tally tally(Code code) {
    TracedFunction function = functions.of(code);
    Tally tally = ofCurrent.get(function);
    return tally == null ? added(function) : tally;
  }

  @Override
  void goesOn(Frame frame) {
    boolean known = frame.thread() == current;
    DepthMark mark = known ? markOfCurrent : marks.get(place(frame.thread()));
    if (mark != null) {
      see(frame, mark);
    }
  }

  private Tally added(TracedFunction function) {
    TracedFunction place = tallies < TALLIES ? function : TracedFunction.OTHER;
    tallies++;
    return ofCurrent.computeIfAbsent(place, key -> new Tally());
  }

  private TraceThread place(TraceThread thread) {
    return threads.containsKey(thread) || threads.size() < THREADS ? thread : OtherThreads.THREAD;
  }
}
