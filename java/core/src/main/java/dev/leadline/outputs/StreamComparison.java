package dev.leadline.outputs;

import dev.leadline.runs.CapturedOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * In what two runs wrote something else to one stream.
 *
 * @param first the first places, {@value #SHOWN} at most
 * @param repeatable how many places there are that are the same whenever these interpreters run
 * @param unstable how many others there are
 */
public record StreamComparison(List<OutputDifference> first, long repeatable, long unstable) {

  /** Places that are kept. */
  static final int SHOWN = 20;

  /** Two equal streams. */
  static final StreamComparison EQUAL = new StreamComparison(List.of(), 0, 0);

  public StreamComparison {
    first = List.copyOf(first);
  }

  /** Whether both wrote the same, but for what names the interpreter. */
  public boolean equal() {
    return places() == 0;
  }

  /** How many places differ. */
  public long places() {
    return repeatable + unstable;
  }

  /** One stream of two runs. */
  record Two(
      CapturedOutput left,
      OutputMask leftMask,
      CapturedOutput right,
      OutputMask rightMask,
      boolean passesCarets) {

    void compare(LineAlignment.Places places) throws IOException {
      if (left.sameAs(right)) {
        return;
      }
      try (MaskedLines one = new MaskedLines(left.read(), leftMask, passesCarets);
          MaskedLines other = new MaskedLines(right.read(), rightMask, passesCarets)) {
        LineAlignment.compare(one, other, places);
      }
    }

    /** The lines of the left output that are others on the right. */
    UnstableLines changed() throws IOException {
      UnstableLines changed = new UnstableLines();
      compare((number, lines, other, others) -> changed.add(number, lines));
      return changed;
    }

    StreamComparison compared(UnstableLines ofLeft, UnstableLines ofRight) throws IOException {
      Collected collected = new Collected(ofLeft, ofRight);
      compare(collected);
      return new StreamComparison(collected.first, collected.repeatable, collected.unstable);
    }
  }

  private static final class Collected implements LineAlignment.Places {
    private final UnstableLines ofLeft;
    private final UnstableLines ofRight;
    private final List<OutputDifference> first = new ArrayList<>();
    private long repeatable;
    private long unstable;

    Collected(UnstableLines ofLeft, UnstableLines ofRight) {
      this.ofLeft = ofLeft;
      this.ofRight = ofRight;
    }

    @Override
    public void place(long left, List<MaskedLine> lefts, long right, List<MaskedLine> rights) {
      boolean stable = !ofLeft.holds(left, lefts) && !ofRight.holds(right, rights);
      repeatable += stable ? 1 : 0;
      unstable += stable ? 0 : 1;
      if (first.size() < SHOWN) {
        first.add(
            new OutputDifference(
                OutputDifference.Lines.of(left, lefts),
                OutputDifference.Lines.of(right, rights),
                stable));
      }
    }
  }
}
