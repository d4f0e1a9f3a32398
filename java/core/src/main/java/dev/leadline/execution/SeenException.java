package dev.leadline.execution;

import java.util.Objects;

/**
 * An exception that was raised in an activation or came up into it.
 *
 * @param type qualified name of its class
 * @param lineno line of the event, or {@link dev.leadline.event.TraceEvent#NO_LINENO}
 * @param message its text, for people: it may hold addresses and is never compared
 * @param calls how many activations it had called before
 */
public record SeenException(String type, int lineno, String message, int calls) {

  public SeenException {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(message, "message");
  }
}
