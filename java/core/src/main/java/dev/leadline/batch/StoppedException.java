package dev.leadline.batch;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Leadline was stopped while the programs ran; all of them have ended. */
public final class StoppedException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int SIGNALLED = 128;
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private final int status;
  private final transient List<RunResult> results;

  /**
   * @param signal name of the signal, without {@code SIG}
   * @param results what came of the runs until then, in their order
   */
  StoppedException(String signal, List<RunResult> results) {
    super("stopped by SIG" + signal + ", and with it the programs that ran");
    this.status = SIGNALLED + NUMBERS.getOrDefault(signal, 0);
    this.results = List.copyOf(results);
  }

  /** What came of the runs until then, in their order. */
  public List<RunResult> results() {
    return results;
  }

  /** The exit status of a process that this signal ends. */
  public int status() {
    return status;
  }
}
