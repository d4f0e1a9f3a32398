package dev.leadline.event;

import java.util.Locale;

/** CPython's own names of the events of a trace function ({@code sys.settrace}). */
public enum EventKind {
  CALL,
  LINE,
  RETURN,
  EXCEPTION,
  OPCODE;

  /**
   * The name as CPython, the wire and the command line write it: {@code call}, {@code line}, ...
   */
  public String pythonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
