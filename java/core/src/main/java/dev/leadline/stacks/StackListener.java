package dev.leadline.stacks;

import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.util.Optional;

/**
 * Receives from a {@link StackReplay} how frames come onto the stacks of a trace and leave them.
 * For each stack, frames come and leave last in, first out: every frame that was entered or resumed
 * leaves by exactly one of {@link #left}, {@link #suspended} and {@link #vanished}.
 *
 * <p>A frame is not on the stack yet while its entry is reported, and not on it any more while its
 * exit is: the innermost frame is its caller then.
 *
 * @param <S> what the listener keeps for each stack
 * @param <T> what the listener keeps for each frame; for a generator or coroutine, as long as it is
 *     alive
 */
public interface StackListener<S, T> {

  /** How a frame came onto the stack. */
  enum Entry {
    /** By a {@code call} event, for the first time. */
    CALL,
    /** By a {@code call} event of a generator or coroutine that goes on. */
    RESUME,
    /** Without an event: it was found there when the trace said what is on the stack. */
    UNSEEN
  }

  /**
   * A stack has its first frame. It may be reported again after it was empty, so that the replay
   * need not remember the stacks of threads that are gone.
   *
   * @return what is kept for the stack; empty where it is not to be replayed
   */
  Optional<S> begins(TraceThread thread) throws IOException;

  /**
   * A frame enters the stack that has not been seen before: also one of a generator that goes on,
   * where its first call was not recorded.
   *
   * @param lineno line of the {@code call} event, or {@link
   *     dev.leadline.event.TraceEvent#NO_LINENO}
   * @return what is kept for the frame; not null
   */
  T entered(CallStack<S, T> stack, Frame frame, int lineno, Entry how) throws IOException;

  /**
   * A generator or coroutine that was on a stack before enters this one.
   *
   * @param value what was kept for it
   */
  void resumed(CallStack<S, T> stack, Frame frame, T value, Entry how) throws IOException;

  /**
   * A frame left the stack by a {@code return} event, and does not come back.
   *
   * @param sinceNs when it came onto the stack, or {@link dev.leadline.event.TraceEvent#NO_TIME};
   *     {@link CallStack#timeNs()} is when it left
   */
  void left(CallStack<S, T> stack, Frame frame, T value, long sinceNs) throws IOException;

  /**
   * A generator's or coroutine's frame left the stack by a {@code return} event. CPython does not
   * say whether it yielded or is over, so it may be resumed. As {@link #left}, unless overridden.
   */
  default void suspended(CallStack<S, T> stack, Frame frame, T value, long sinceNs)
      throws IOException {
    left(stack, frame, value, sinceNs);
  }

  /**
   * A frame is gone and had no {@code return} event: other events show that it left, or its process
   * ended. That of a generator or coroutine may be resumed.
   */
  void vanished(CallStack<S, T> stack, Frame frame, T value, long sinceNs) throws IOException;

  /**
   * A generator or coroutine that {@linkplain StackReplay#mayResume may be resumed} will not be:
   * another one has its number, or its process ended. It is on no stack.
   */
  default void ended(T value) throws IOException {}

  /** Time passed while the innermost frame of a stack was on top; before what ends this time. */
  default void elapsed(CallStack<S, T> stack, long ns) throws IOException {}

  /** The innermost frame is about to run a line. */
  default void line(CallStack<S, T> stack, int lineno) throws IOException {}

  /**
   * The same for some events of a batch, which are lines of that frame. Overridden where it does
   * not matter which lines they are.
   */
  default void lines(CallStack<S, T> stack, EventBatch events, int from, int to)
      throws IOException {
    for (int i = from; i < to; i++) {
      line(stack, events.lineno(i));
    }
  }

  /** An exception was raised in the innermost frame, or came up into it. */
  default void exception(CallStack<S, T> stack, ExceptionEvent event) throws IOException {}
}
