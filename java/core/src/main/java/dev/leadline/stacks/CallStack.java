package dev.leadline.stacks;

import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.util.Arrays;

/**
 * One stack while it is replayed, as a {@link StackListener} sees it.
 *
 * @param <S> what the listener keeps for each stack
 * @param <T> what the listener keeps for each frame
 */
public final class CallStack<S, T> {

  private static final int FIRST_CAPACITY = 8;

  private final TraceThread thread;
  private final S state;
  private final FrameStack frames = new FrameStack();
  private Object[] values = new Object[FIRST_CAPACITY];
  private long[] sinceNs = new long[FIRST_CAPACITY];
  private long timeNs = TraceEvent.NO_TIME;
  private boolean blind;

  CallStack(TraceThread thread, S state) {
    this.thread = thread;
    this.state = state;
  }

  /** Whose stack it is: a thread's or a greenlet's. */
  TraceThread thread() {
    return thread;
  }

  /** What the listener keeps for this stack. */
  public S state() {
    return state;
  }

  /** How many frames are on it. */
  public int size() {
    return frames.size();
  }

  /** Whether no frame is on it. */
  public boolean isEmpty() {
    return frames.isEmpty();
  }

  /** The innermost frame; the stack must not be empty. */
  public Frame top() {
    return frames.top();
  }

  /** What the listener keeps for the innermost frame; the stack must not be empty. */
  public T value() {
    return value(frames.size() - 1);
  }

  /** A frame by its position; 0 is the outermost. */
  public Frame frame(int index) {
    return frames.get(index);
  }

  /** What the listener keeps for the frame at a position. */
  @SuppressWarnings("unchecked")
  public T value(int index) {
    return (T) values[index];
  }

  /**
   * The latest time of its events, which is that of the event being replayed where it has one:
   * nanoseconds since the trace's header, or {@link TraceEvent#NO_TIME}.
   */
  public long timeNs() {
    return timeNs;
  }

  FrameStack frames() {
    return frames;
  }

  /** When the innermost frame came onto the stack. */
  long sinceNs() {
    return sinceNs[frames.size() - 1];
  }

  void push(Frame frame, T value) {
    int index = frames.size();
    if (index == values.length) {
      values = Arrays.copyOf(values, 2 * index);
      sinceNs = Arrays.copyOf(sinceNs, 2 * index);
    }
    frames.push(frame);
    values[index] = value;
    sinceNs[index] = timeNs;
  }

  void pop() {
    frames.pop();
    values[frames.size()] = null;
  }

  /** Moves the time on; frames that were entered before any time was known count from here. */
  void moveTo(long now) {
    if (timeNs == TraceEvent.NO_TIME) {
      Arrays.fill(sinceNs, 0, frames.size(), now);
    }
    timeNs = now;
  }

  /** Whether frames may have come and gone without events since the last one. */
  boolean isBlind() {
    return blind;
  }

  void setBlind(boolean now) {
    blind = now;
  }
}
