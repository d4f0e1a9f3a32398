package dev.leadline.outputs;

import dev.leadline.batch.RunResult;
import dev.leadline.outputs.OutputComparison.OutputPart;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
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

  /** Which lines of an output are others in a second run of the same interpreter. */
  static final class UnstableLines {

    /** Lines of which it is known: two megabytes of bits. Those behind count as stable. */
    private static final long MOST = 8 << 20;

    static final UnstableLines NONE = new UnstableLines();

    private final BitSet lines = new BitSet();

    /** Lines before which the second run has some more. */
    private final BitSet gaps = new BitSet();

    void add(long number, List<MaskedLine> changed) {
      if (changed.isEmpty()) {
        set(gaps, number);
      }
      changed.forEach(line -> set(lines, line.number()));
    }

    /** Whether all these lines are unstable; where there are none, whether some may be there. */
    boolean holds(long number, List<MaskedLine> all) {
      return all.isEmpty()
          ? has(gaps, number)
          : all.stream().allMatch(line -> has(lines, line.number()));
    }

    private static void set(BitSet bits, long number) {
      if (number < MOST) {
        bits.set((int) number);
      }
    }

    private static boolean has(BitSet bits, long number) {
      return number < MOST && bits.get((int) number);
    }
  }
}
