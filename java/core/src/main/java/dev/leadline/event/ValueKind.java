package dev.leadline.event;

import java.util.Locale;

/** Which values a trace holds the texts of. */
public enum ValueKind {
  /** The arguments that a function was called with. */
  ARGS,
  /** The variables that are new or have changed when a line is about to run. */
  LOCALS,
  /** What a function returned or yielded. */
  RETURN;

  /** The name as the wire and the command line write it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
