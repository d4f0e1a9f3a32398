package dev.leadline.wire;

import java.util.Locale;

/** What an element of a batch can be: CPython's events, and the values that belong to them. */
public enum WireEvent {
  CALL,
  LINE,
  RETURN,
  EXCEPTION,
  OPCODE,
  ARGS,
  LOCALS,
  VALUE;

  /** The first element of its list. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
