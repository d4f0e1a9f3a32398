package dev.leadline.event;

import java.util.Objects;

/**
 * An exception was raised in a frame, or came up into it.
 *
 * @param type qualified name of its class; a builtin has no module in front
 * @param message its text, bounded, made without running the program's code
 */
public record ExceptionEvent(Frame frame, int lineno, String type, String message)
    implements TraceEvent {

  public ExceptionEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public EventKind kind() {
    return EventKind.EXCEPTION;
  }
}
