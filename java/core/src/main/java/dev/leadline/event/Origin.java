package dev.leadline.event;

import java.util.Locale;

/** How a process of a trace came to be. */
public enum Origin {
  /** Leadline started it. */
  START,
  /** Its parent forked. */
  FORK,
  /** A followed process started another interpreter, or became one by {@code exec}. */
  SPAWN;

  /** The name as the wire writes it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
