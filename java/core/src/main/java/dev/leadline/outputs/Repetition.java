package dev.leadline.outputs;

import dev.leadline.runs.RunResult;
import java.io.IOException;
import java.util.Map;

/** What a second run of one interpreter wrote otherwise than the first. */
public final class Repetition {

  /** Of a run that was not repeated. */
  public static final Repetition NONE = new Repetition(Map.of(), false);

  private final Map<OutputPart, UnstableLines> lines;
  private final boolean endedOtherwise;

  private Repetition(Map<OutputPart, UnstableLines> lines, boolean endedOtherwise) {
    this.lines = lines;
    this.endedOtherwise = endedOtherwise;
  }

  /** Of a run, and a second one of the same interpreter. */
  public static Repetition of(RunResult run, RunResult second) throws IOException {
    return new Repetition(
        Map.of(
            OutputPart.STDOUT, OutputComparison.stdout(run, second).changed(),
            OutputPart.STDERR, OutputComparison.stderr(run, second).changed()),
        !OutputComparison.endedAlike(run, second));
  }

  UnstableLines lines(OutputPart part) {
    return lines.getOrDefault(part, UnstableLines.NONE);
  }

  boolean endedOtherwise() {
    return endedOtherwise;
  }
}
