package dev.leadline.event;

/**
 * A frame was entered, or a generator or coroutine resumed.
 *
 * @param resumed whether the frame goes on where it was suspended before
 */
public record CallEvent(Frame frame, int lineno, long timeNs, boolean resumed)
    implements TraceEvent {

  /** A frame was entered for the first time. */
  public CallEvent(Frame frame, int lineno, long timeNs) {
    this(frame, lineno, timeNs, false);
  }

  @Override
  public EventKind kind() {
    return EventKind.CALL;
  }
}
