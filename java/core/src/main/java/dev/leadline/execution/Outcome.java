package dev.leadline.execution;

import java.util.Objects;

/**
 * How an activation ended.
 *
 * @param kind in which way
 * @param type qualified name of the exception that left it; empty where none did
 */
public record Outcome(Kind kind, String type) {

  /** The ways in which an activation ends. */
  public enum Kind {
    RETURNED,
    /**
     * An exception left it: its caller, where that one is recorded and called it directly, received
     * the last one that it had seen; otherwise, its last event before the return was one.
     */
    RAISED,
    /** Its return was never reported: it was on the stack when the trace ended or went blind. */
    OPEN
  }

  public static final Outcome RETURNED = new Outcome(Kind.RETURNED, "");
  public static final Outcome OPEN = new Outcome(Kind.OPEN, "");

  public Outcome {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(type, "type");
    if (type.isEmpty() == (kind == Kind.RAISED)) {
      throw new IllegalArgumentException("an exception's type belongs to RAISED: " + type);
    }
  }

  public static Outcome raised(String type) {
    return new Outcome(Kind.RAISED, type);
  }
}
