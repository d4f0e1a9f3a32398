package dev.leadline.outputs;

import java.io.IOException;
import java.util.List;

/** Lays two outputs side by side, with a bounded look ahead for where they meet again. */
final class LineAlignment {

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
