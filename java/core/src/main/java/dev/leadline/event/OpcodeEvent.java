package dev.leadline.event;

/** A frame is about to run an instruction. */
public record OpcodeEvent(Frame frame, int lineno) implements TraceEvent {

  @Override
  public EventKind kind() {
    return EventKind.OPCODE;
  }
}
