package dev.leadline.stacks;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceRecord.StackState;
import dev.leadline.event.TraceThread;
import dev.leadline.stacks.StackListener.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays the stacks of all threads and greenlets of a trace, and reports to a listener how frames
 * come and go. A report that is about calls is such a listener; no other class infers from events
 * what is on a stack.
 *
 * <p>It is a sink itself. This prints how long each call took, generators by each stay on a stack:
 *
 * <pre>{@code
 * class Spans implements StackListener<TraceThread, Code> {
 *   public Optional<TraceThread> begins(TraceThread thread) {
 *     return Optional.of(thread);
 *   }
 *
 *   public Code entered(CallStack<TraceThread, Code> stack, Frame frame, int lineno, Entry how) {
 *     return frame.code();
 *   }
 *
 *   public void resumed(
 *       CallStack<TraceThread, Code> stack, Frame frame, Code code, Entry how) {}
 *
 *   public void left(
 *       CallStack<TraceThread, Code> stack, Frame frame, Code code, long sinceNs) {
 *     print(stack.state().name(), code.qualname(), sinceNs, stack.timeNs());
 *   }
 *
 *   public void vanished(
 *       CallStack<TraceThread, Code> stack, Frame frame, Code code, long sinceNs) {
 *     left(stack, frame, code, sinceNs);
 *   }
 * }
 *
 * EventSink sink = new StackReplay<>(new Spans());
 * }</pre>
 *
 * <p>With {@code main} calling {@code f}, which is left by an exception that was not recorded, and
 * then a generator twice, the listener receives:
 *
 * <pre>
 * call main             entered main
 * call f                entered f      the innermost frame is main
 * line of main          vanished f     no return came, and main runs again
 * call gen              entered gen    how: CALL
 * return gen            suspended gen
 * call gen, resumed     resumed gen    with what was kept for it
 * return gen            suspended gen
 * return main           left main
 * end of the trace      ended gen
 * </pre>
 *
 * <p>Events of frames that are not on the stack, since their calls were filtered out, are ignored.
 * Memory is that of the frames on the stacks, and of the generators that are alive. Not for several
 * threads at once.
 *
 * @param <S> what the listener keeps for each stack
 * @param <T> what the listener keeps for each frame
 */
public final class StackReplay<S, T> implements EventSink {

  private final StackListener<S, T> listener;
  private final Generators<T> generators = new Generators<>();
  private final Map<TraceThread, CallStack<S, T>> stacks = new IdentityHashMap<>();
  private TraceThread currentThread;
  private Optional<CallStack<S, T>> current = Optional.empty();
  private long latestNs = TraceEvent.NO_TIME;
  private boolean limited;
  private boolean returns;

  /** A replay for one listener. */
  public StackReplay(StackListener<S, T> listener) {
    this.listener = listener;
  }

  /**
   * Whether a frame that leaves its stack may be resumed: it is a generator's or coroutine's, and
   * not one of those beyond a million, which are new each time they are resumed.
   */
  public static boolean mayResume(Frame frame) {
    return Generators.takes(frame);
  }

  @Override
  public void header(Header header) {}

  @Override
  public void events(EventBatch events) throws IOException {
    Optional<CallStack<S, T>> stack = stack(events.thread());
    if (stack.isPresent()) {
      events(stack.get(), events);
    }
  }

  private void events(CallStack<S, T> stack, EventBatch events) throws IOException {
    int i = 0;
    while (i < events.size()) {
      int together = events.together(i);
      if (together == 1) {
        event(stack, events, i);
      } else if (uncover(stack, events.frame(i))) {
        listener.lines(stack, events, i, i + together);
      }
      i += together;
    }
  }

  /** The event at a position of a batch: for a sink that does more with each than replay it. */
  public void event(EventBatch events, int index) throws IOException {
    Optional<CallStack<S, T>> stack = stack(events.thread());
    if (stack.isPresent()) {
      event(stack.get(), events, index);
    }
  }

  private void event(CallStack<S, T> stack, EventBatch events, int index) throws IOException {
    Frame frame = events.frame(index);
    switch (events.kind(index)) {
      case LINE -> line(stack, frame, events.lineno(index), events.timeNs(index));
      case CALL -> call(stack, events, index);
      case RETURN -> {
        returns = true;
        leave(stack, frame, events.timeNs(index));
      }
      case EXCEPTION -> {
        if (uncover(stack, frame)) {
          listener.exception(stack, (ExceptionEvent) events.event(index));
        }
      }
      case OPCODE -> uncover(stack, frame);
    }
  }

  private void line(CallStack<S, T> stack, Frame frame, int lineno, long timeNs)
      throws IOException {
    if (timeNs != TraceEvent.NO_TIME && stack.frames().through(frame) > 0) {
      elapse(stack, timeNs);
    }
    if (uncover(stack, frame)) {
      listener.line(stack, lineno);
    }
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    if (record instanceof StackState state) {
      become(state);
    } else if (record instanceof ProcessEnd end) {
      processEnd(end.process().number(), end.ending());
    } else if (record instanceof Notice notice) {
      notice(notice);
    }
  }

  /** The trace says which frames are on a stack: others are gone, new ones came unseen. */
  private void become(StackState state) throws IOException {
    List<Frame> frames = state.frames();
    boolean known = state.thread() == currentThread || stacks.containsKey(state.thread());
    Optional<CallStack<S, T>> followed =
        known || !frames.isEmpty() ? stack(state.thread()) : Optional.empty();
    if (followed.isEmpty()) {
      return;
    }
    CallStack<S, T> stack = followed.get();
    stack.setBlind(false);
    elapse(stack, state.timeNs());
    int same = stack.frames().common(frames);
    vanish(stack, same);
    for (Frame frame : frames.subList(same, frames.size())) {
      enter(stack, frame, TraceEvent.NO_LINENO, Entry.UNSEEN);
    }
  }

  /** After a gap or a limit, open frames may be gone long before the end of their process. */
  private void notice(Notice notice) {
    limited |= notice.kind() == Notice.Kind.LIMIT;
    Optional<CallStack<S, T>> blind = notice.gap().map(gap -> stacks.get(gap.thread()));
    blind.ifPresent(stack -> stack.setBlind(true));
  }

  /** A process other than the program's own is gone, and its frames and generators with it. */
  private void processEnd(int process, Ending ending) throws IOException {
    if (currentThread != null && currentThread.process() == process) {
      currentThread = null;
      current = Optional.empty();
    }
    List<CallStack<S, T>> open = new ArrayList<>();
    long last = TraceEvent.NO_TIME;
    for (CallStack<S, T> stack : stacks.values()) {
      if (stack.thread().process() == process) {
        open.add(stack);
        last = Math.max(last, stack.timeNs());
      }
    }
    for (CallStack<S, T> stack : open) {
      close(stack, last, ending);
      stacks.remove(stack.thread());
    }
    for (T generator : generators.remove(process)) {
      listener.ended(generator);
    }
  }

  @Override
  public void end(Ending ending) throws IOException {
    for (CallStack<S, T> stack : stacks.values()) {
      latestNs = Math.max(latestNs, stack.timeNs());
    }
    for (CallStack<S, T> stack : stacks.values()) {
      close(stack, latestNs, ending);
    }
    for (T generator : generators.removeAll()) {
      listener.ended(generator);
    }
  }

  private void call(CallStack<S, T> stack, EventBatch events, int index) throws IOException {
    Frame frame = events.frame(index);
    boolean resumed = events.isResumed(index);
    elapse(stack, events.timeNs(index));
    // CPython 3.9 may show what goes on less deep than it is; before that, it has returned
    if (!returns || !resumed) {
      vanish(stack, stack.frames().below(frame.depth()));
    }
    enter(stack, frame, events.lineno(index), resumed ? Entry.RESUME : Entry.CALL);
  }

  private void enter(CallStack<S, T> stack, Frame frame, int lineno, Entry how) throws IOException {
    if (!mayResume(frame)) {
      stack.push(frame, listener.entered(stack, frame, lineno, how));
      return;
    }
    T value = how == Entry.CALL ? null : generators.find(frame);
    if (value == null) {
      T before = generators.remove(frame);
      if (before != null) {
        listener.ended(before);
      }
      value = listener.entered(stack, frame, lineno, how);
      generators.put(frame, value);
    } else {
      listener.resumed(stack, frame, value, how);
    }
    stack.push(frame, value);
  }

  private void leave(CallStack<S, T> stack, Frame frame, long timeNs) throws IOException {
    int remaining = stack.frames().through(frame);
    if (remaining == 0) {
      return;
    }
    elapse(stack, timeNs);
    vanish(stack, remaining);
    T value = stack.value();
    long sinceNs = stack.sinceNs();
    stack.pop();
    if (frame.activation() != Frame.NO_ACTIVATION) {
      listener.suspended(stack, frame, value, sinceNs);
    } else {
      listener.left(stack, frame, value, sinceNs);
    }
  }

  /** Whether a frame is on the stack, and then on top: those above it are gone. */
  private boolean uncover(CallStack<S, T> stack, Frame frame) throws IOException {
    if (stack.frames().isTop(frame)) {
      return true;
    }
    int remaining = stack.frames().through(frame);
    if (remaining > 0) {
      vanish(stack, remaining);
    }
    return remaining > 0;
  }

  private void vanish(CallStack<S, T> stack, int remaining) throws IOException {
    while (stack.size() > remaining) {
      Frame frame = stack.top();
      T value = stack.value();
      long sinceNs = stack.sinceNs();
      stack.pop();
      listener.vanished(stack, frame, value, sinceNs);
    }
  }

  private void elapse(CallStack<S, T> stack, long timeNs) throws IOException {
    if (timeNs == TraceEvent.NO_TIME) {
      return;
    }
    if (stack.timeNs() != TraceEvent.NO_TIME && !stack.isEmpty()) {
      listener.elapsed(stack, timeNs - stack.timeNs());
    }
    stack.moveTo(timeNs);
  }

  /** The frames of a process that was stopped were there until then, as far as was recorded. */
  private void close(CallStack<S, T> stack, long lastNs, Ending ending) throws IOException {
    boolean seen = !limited && !stack.isBlind() && lastNs != TraceEvent.NO_TIME;
    elapse(stack, seen ? Math.max(lastNs, openUntil(ending)) : lastNs);
    vanish(stack, 0);
  }

  private static long openUntil(Ending ending) {
    return switch (ending.outcome()) {
      case TIMED_OUT, LEFT, DIED, CUT -> ending.timeNs();
      case COMPLETED, RAISED, EXITED, NOT_FOUND -> TraceEvent.NO_TIME;
    };
  }

  private Optional<CallStack<S, T>> stack(TraceThread thread) throws IOException {
    if (thread != currentThread) {
      select(thread);
    }
    return current;
  }

  /** Keeps no stack without frames: a program may start threads without end. */
  private void select(TraceThread thread) throws IOException {
    if (current.isPresent() && current.get().isEmpty()) {
      latestNs = Math.max(latestNs, current.get().timeNs());
      stacks.remove(currentThread);
    }
    currentThread = thread;
    current = known(thread);
  }

  private Optional<CallStack<S, T>> known(TraceThread thread) throws IOException {
    CallStack<S, T> known = stacks.get(thread);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<CallStack<S, T>> begun =
        listener.begins(thread).map(state -> new CallStack<>(thread, state));
    begun.ifPresent(stack -> stacks.put(thread, stack));
    return begun;
  }
}
