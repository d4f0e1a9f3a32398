package dev.leadline.event;

/** A frame was entered, or a generator or coroutine resumed. */
public record CallEvent(Frame frame, int lineno, long timeNs) implements TraceEvent {

  @Override
  public EventKind kind() {
    return EventKind.CALL;
  }
}
