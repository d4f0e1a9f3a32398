package dev.leadline.runs;

import java.io.IOException;
import java.util.Map;

/** Somebody told Leadline to end while the programs ran; all of them have ended. */
public final class StoppedException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int SIGNALLED = 128;
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private final int status;

  /**
   * @param signal name of the signal, without {@code SIG}
   */
  StoppedException(String signal) {
    super("stopped by SIG" + signal + ", and with it the programs that ran");
    this.status = SIGNALLED + NUMBERS.getOrDefault(signal, 0);
  }

  /** The exit status of a process that this signal ends. */
  public int status() {
    return status;
  }
}
