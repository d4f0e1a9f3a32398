package dev.leadline.calltree;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.CallStack;
import dev.leadline.stacks.StackListener;
import dev.leadline.stacks.StackReplay;
import java.io.IOException;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what the frames of a trace do, each in the tally that a subclass chooses for it. */
abstract class StackSink implements EventSink, StackListener<StackSink.OnStack, Tally> {

  /** What is known of one stack besides its frames. */
  static final class OnStack {

    /** Frames of tallies that another stack has frames of, too. */
    private Map<Tally, Integer> shared = Map.of();

    private boolean afterException;

    void enterShared(Tally tally) {
      if (shared.isEmpty()) {
        shared = new IdentityHashMap<>();
      }
      shared.merge(tally, 1, Integer::sum);
    }

    boolean hasShared(Tally tally) {
      return !shared.isEmpty() && shared.containsKey(tally);
    }

    /** Takes one back; false if it is not shared. */
    boolean leaveShared(Tally tally) {
      if (!hasShared(tally)) {
        return false;
      }
      shared.computeIfPresent(tally, (key, count) -> count == 1 ? null : count - 1);
      return true;
    }
  }

  private final StackReplay<OnStack, Tally> replay = new StackReplay<>(this);

  /** The tally of a call that was made by the innermost frame of this stack. */
  abstract Tally tally(Frame frame, CallStack<OnStack, Tally> below);

  /** A frame that has a tally goes on, on this stack. */
  abstract void goesOn(Frame frame);

  @Override
  public boolean readsValues() {
    return false;
  }

  @Override
  public final void header(Header header) {}

  @Override
  public final void events(EventBatch events) throws IOException {
    replay.events(events);
  }

  @Override
  public final void record(TraceRecord record) throws IOException {
    replay.record(record);
  }

  @Override
  public final void end(Ending ending) throws IOException {
    replay.end(ending);
  }

  @Override
  public final Optional<OnStack> begins(TraceThread thread) {
    return Optional.of(new OnStack());
  }

  @Override
  public final Tally entered(CallStack<OnStack, Tally> stack, Frame frame, int lineno, Entry how) {
    Tally tally = tally(frame, stack);
    if (how == Entry.CALL) {
      tally.call();
    }
    enter(stack, tally, how);
    return tally;
  }

  @Override
  public final void resumed(CallStack<OnStack, Tally> stack, Frame frame, Tally tally, Entry how) {
    goesOn(frame);
    enter(stack, tally, how);
  }

  private static void enter(CallStack<OnStack, Tally> stack, Tally tally, Entry how) {
    if (how == Entry.RESUME) {
      tally.resume();
    }
    tally.enter(stack.state());
    stack.state().afterException = false;
  }

  @Override
  public final void left(CallStack<OnStack, Tally> stack, Frame frame, Tally tally, long sinceNs) {
    leave(stack, tally, sinceNs, stack.state().afterException);
  }

  @Override
  public final void vanished(
      CallStack<OnStack, Tally> stack, Frame frame, Tally tally, long sinceNs) {
    leave(stack, tally, sinceNs, false);
  }

  private static void leave(
      CallStack<OnStack, Tally> stack, Tally tally, long sinceNs, boolean unwinding) {
    boolean outermost = tally.leave(stack.state(), unwinding);
    if (outermost && sinceNs != TraceEvent.NO_TIME) {
      tally.total(stack.timeNs() - sinceNs);
    }
    stack.state().afterException = false;
  }

  @Override
  public final void elapsed(CallStack<OnStack, Tally> stack, long ns) {
    stack.value().own(ns);
  }

  @Override
  public final void line(CallStack<OnStack, Tally> stack, int lineno) {
    lines(stack, 1);
  }

  @Override
  public final void lines(CallStack<OnStack, Tally> stack, EventBatch events, int from, int to) {
    lines(stack, to - from);
  }

  private static void lines(CallStack<OnStack, Tally> stack, int count) {
    stack.value().lines(count);
    stack.state().afterException = false;
  }

  @Override
  public final void exception(CallStack<OnStack, Tally> stack, ExceptionEvent event) {
    stack.value().exception();
    stack.state().afterException = true;
  }

  /** Stands for the threads that found no place of their own. */
  static final class OtherThreads {

    /** Behind all others in every order. */
    static final TraceThread THREAD =
        new TraceThread(Integer.MAX_VALUE, 0, "(other threads)", false, Integer.MAX_VALUE, 0);

    /** By process, then by thread; those without a place of their own are the last. */
    static final Comparator<TraceThread> LAST =
        Comparator.comparingInt(TraceThread::process)
            .thenComparingInt(TraceThread::id)
            .thenComparing(TraceThread::name)
            .thenComparingLong(TraceThread::ident);

    private OtherThreads() {}
  }
}
