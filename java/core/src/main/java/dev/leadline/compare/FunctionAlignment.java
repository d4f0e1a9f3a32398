package dev.leadline.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs two short sequences by function, in order: what begins and what ends alike is paired first,
 * and what is left by the longest common subsequence.
 */
final class FunctionAlignment {

  /**
   * One step through both.
   *
   * @param left index on the left, or -1
   * @param right index on the right, or -1
   */
  record Step(int left, int right) {}

  private final Siblings left;
  private final Siblings right;
  private final int lefts;
  private final int rights;

  FunctionAlignment(Siblings left, Siblings right, Resynchronisation.Gap gap) {
    this.left = left;
    this.right = right;
    this.lefts = gap.left();
    this.rights = gap.right();
  }

  List<Step> steps() {
    int shorter = Math.min(lefts, rights);
    int prefix = 0;
    while (prefix < shorter && same(prefix, prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix && same(lefts - 1 - suffix, rights - 1 - suffix)) {
      suffix++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < prefix; i++) {
      steps.add(new Step(i, i));
    }
    addMiddle(prefix, lefts - suffix, rights - suffix, steps);
    for (int i = suffix; i > 0; i--) {
      steps.add(new Step(lefts - i, rights - i));
    }
    return steps;
  }

  private void addMiddle(int from, int leftEnd, int rightEnd, List<Step> steps) {
    int[][] common = common(from, leftEnd, rightEnd);
    int i = from;
    int j = from;
    while (i < leftEnd && j < rightEnd) {
      int here = common[i - from][j - from];
      if (same(i, j) && here == common[i - from + 1][j - from + 1] + 1) {
        steps.add(new Step(i++, j++));
      } else if (here == common[i - from + 1][j - from]) {
        steps.add(new Step(i++, -1));
      } else {
        steps.add(new Step(-1, j++));
      }
    }
    while (i < leftEnd) {
      steps.add(new Step(i++, -1));
    }
    while (j < rightEnd) {
      steps.add(new Step(-1, j++));
    }
  }

  /** Lengths of the longest common subsequences from each place on. */
  private int[][] common(int from, int leftEnd, int rightEnd) {
    int[][] common = new int[leftEnd - from + 1][rightEnd - from + 1];
    for (int i = leftEnd - 1; i >= from && rightEnd > from; i--) {
      for (int j = rightEnd - 1; j >= from; j--) {
        common[i - from][j - from] =
            same(i, j)
                ? common[i - from + 1][j - from + 1] + 1
                : Math.max(common[i - from + 1][j - from], common[i - from][j - from + 1]);
      }
    }
    return common;
  }

  private boolean same(int i, int j) {
    return left.function(i) == right.function(j);
  }
}
