package dev.leadline.compare;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds where two sequences that part go on alike: the nearest place at which both have the same
 * hash. The look ahead grows with what is found nothing in, so that the work is in proportion to
 * what is consumed.
 */
final class Resynchronisation {

  private static final int RUN = 16;

  /**
   * What lies between here and there.
   *
   * @param left how many on the left
   * @param right how many on the right
   */
  record Gap(int left, int right) {}

  private record Candidate(Gap gap, int cost, int run) {
    boolean betterThan(Candidate other) {
      if (cost != other.cost) {
        return cost < other.cost;
      }
      return run != other.run ? run > other.run : skew() < other.skew();
    }

    private int skew() {
      return Math.abs(gap.left - gap.right);
    }
  }

  private final Siblings left;
  private final Siblings right;

  Resynchronisation(Siblings left, Siblings right) {
    this.left = left;
    this.right = right;
  }

  /** The gap that begins here; nowhere empty on both sides. */
  Gap gap() {
    Candidate best = new Candidate(new Gap(0, 0), Integer.MAX_VALUE, 0);
    for (int window = 8; window <= Siblings.WINDOW && best.cost > window; window *= 4) {
      best = best(window);
    }
    return best.cost == Integer.MAX_VALUE
        ? new Gap(left.count(Siblings.WINDOW), right.count(Siblings.WINDOW))
        : best.gap;
  }

  private Candidate best(int window) {
    int lefts = left.count(window);
    int rights = right.count(window);
    Map<Long, Integer> places = new HashMap<>();
    for (int j = 0; j < rights; j++) {
      places.putIfAbsent(right.structure(j), j);
    }
    Candidate best = end(window, lefts, rights);
    for (int i = 0; i < lefts; i++) {
      long hash = left.structure(i);
      Integer j = places.get(hash);
      if (j == null) {
        continue;
      }
      best = better(best, i, j);
      if (j < i && i < rights && right.structure(i) == hash) {
        best = better(best, i, i);
      }
    }
    return best;
  }

  /** Where both end, they are alike. */
  private Candidate end(int window, int lefts, int rights) {
    boolean seen = !left.has(lefts) && !right.has(rights) && lefts < window && rights < window;
    return seen ? candidate(lefts, rights) : new Candidate(new Gap(0, 0), Integer.MAX_VALUE, 0);
  }

  private Candidate better(Candidate best, int i, int j) {
    Candidate candidate = candidate(i, j);
    return candidate.betterThan(best) ? candidate : best;
  }

  /** A changed call costs one, as one that is only there on one side does. */
  private Candidate candidate(int i, int j) {
    boolean changed = i > 0 && j > 0 && left.function(0) == right.function(0);
    int cost = Math.max(i, j) + (changed ? 0 : Math.min(i, j));
    int run = run(i, j);
    return new Candidate(new Gap(i, j), cost + (run < 2 ? 2 : 0), run);
  }

  /** How long they stay alike; to the end of both counts most. */
  private int run(int i, int j) {
    int run = 0;
    while (run < RUN && left.has(i + run) && right.has(j + run)) {
      if (left.structure(i + run) != right.structure(j + run)) {
        return run;
      }
      run++;
    }
    return left.has(i + run) || right.has(j + run) ? run : RUN + 1;
  }
}
