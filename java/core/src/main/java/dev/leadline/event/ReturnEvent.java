package dev.leadline.event;

/** A frame was left: by return, by yield, or by an exception that it let through. */
public record ReturnEvent(Frame frame, int lineno, long timeNs) implements TraceEvent {

  @Override
  public EventKind kind() {
    return EventKind.RETURN;
  }
}
