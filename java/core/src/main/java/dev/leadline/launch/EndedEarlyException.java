package dev.leadline.launch;

import dev.leadline.wire.Exit;

/** The interpreter was brought to an end before the program could start, and before its header. */
public final class EndedEarlyException extends LaunchException {

  private static final long serialVersionUID = 1L;

  private final transient Exit exit;

  EndedEarlyException(Exit exit) {
    super(exit.beforeHeader());
    this.exit = exit;
  }

  /** How its process ended: a plain run would have ended so, too. */
  public Exit exit() {
    return exit;
  }
}
