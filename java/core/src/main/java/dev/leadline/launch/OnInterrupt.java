package dev.leadline.launch;

/** What becomes of a program when somebody interrupts Leadline with Ctrl-C. */
public enum OnInterrupt {
  /** It is interrupted as in a plain run, and may make of it what it likes. */
  PASS_ON,
  /** It is interrupted, and ended where it has not ended by itself soon after. */
  END
}
