package dev.leadline.outputs;

import dev.leadline.batch.CapturedOutput;
import dev.leadline.outputs.Repetition.UnstableLines;
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

  /** Aligns two outputs, with a bounded look ahead for where they meet again. */
  static final class LineAlignment {

    /** How many lines may be inserted, removed or changed before equal ones are found again. */
    private static final int WINDOW = 200;

    /** Receives the places in which two outputs differ, in their order. */
    @FunctionalInterface
    interface Places {
      /**
       * Some lines on the left stand where some others stand on the right; a side may have none.
       *
       * @param left the number of the first line on the left, or of the one that comes next
       * @param right the same on the right
       */
      void place(long left, List<MaskedLine> lefts, long right, List<MaskedLine> rights)
          throws IOException;
    }

    private LineAlignment() {}

    static void compare(MaskedLines left, MaskedLines right, Places places) throws IOException {
      while (left.has(0) || right.has(0)) {
        if (left.has(0) && right.has(0) && left.get(0).sameAs(right.get(0))) {
          left.take(1);
          right.take(1);
        } else {
          differ(left, right, places);
        }
      }
    }

    /** Lines that were replaced by as many others are a place each. */
    private static void differ(MaskedLines left, MaskedLines right, Places places)
        throws IOException {
      int lefts = count(left);
      int rights = count(right);
      for (int sum = 1; sum < lefts + rights; sum++) {
        // from the middle outwards: a line that was changed is more likely than one that moved
        for (int step = 0; step <= sum; step++) {
          int i = sum / 2 + ((step & 1) == 0 ? -step / 2 : (step + 1) / 2);
          int j = sum - i;
          if (i >= 0 && j >= 0 && i < lefts && j < rights && left.get(i).sameAs(right.get(j))) {
            tell(left, i, right, j, places);
            return;
          }
        }
      }
      tell(left, lefts, right, rights, places);
    }

    private static void tell(
        MaskedLines left, int lefts, MaskedLines right, int rights, Places places)
        throws IOException {
      if (lefts != rights) {
        long one = left.number();
        long other = right.number();
        places.place(one, left.take(lefts), other, right.take(rights));
        return;
      }
      for (int i = 0; i < lefts; i++) {
        places.place(left.number(), left.take(1), right.number(), right.take(1));
      }
    }

    private static int count(MaskedLines lines) throws IOException {
      int count = 0;
      while (count < WINDOW && lines.has(count)) {
        count++;
      }
      return count;
    }
  }
}
