package dev.leadline.event;

/** A frame is about to run a line. */
public record LineEvent(Frame frame, int lineno) implements TraceEvent {

  @Override
  public EventKind kind() {
    return EventKind.LINE;
  }
}
