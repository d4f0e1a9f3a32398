package dev.leadline.execution;

import java.util.Objects;

/**
 * One step of a call path: an activation, and the line of it that made the next call.
 *
 * @param definition what ran
 * @param lineno that line, or {@link dev.leadline.event.TraceEvent#NO_LINENO}
 */
public record CallStep(Definition definition, int lineno) {

  public CallStep {
    Objects.requireNonNull(definition, "definition");
  }
}
