package dev.leadline.report.html;

import java.util.Arrays;

/**
 * The least and the greatest depth of one stack over time, in buckets of equal length. When the
 * time is longer than all buckets, pairs of them become one, so that memory is bounded for any run.
 */
final class DepthEnvelope {

  /** Buckets of a stack; a power of two. */
  static final int BUCKETS = 4_096;

  /** Nanoseconds of a bucket at first. */
  private static final long FIRST_WIDTH = 1_000;

  private final int[] least = new int[BUCKETS];
  private final int[] greatest = new int[BUCKETS];
  private long width = FIRST_WIDTH;

  /** The stack had this depth from one moment to another, in nanoseconds since the start. */
  void add(int depth, long fromNs, long toNs) {
    if (fromNs < 0 || toNs < fromNs) {
      return;
    }
    while (toNs / width >= BUCKETS) {
      halve();
    }
    for (int i = (int) (fromNs / width); i <= (int) (toNs / width); i++) {
      least[i] = greatest[i] == 0 ? depth : Math.min(least[i], depth);
      greatest[i] = Math.max(greatest[i], depth);
    }
  }

  private void halve() {
    for (int i = 0; i < BUCKETS / 2; i++) {
      int one = 2 * i;
      least[i] =
          greatest[one] == 0
              ? least[one + 1]
              : greatest[one + 1] == 0 ? least[one] : Math.min(least[one], least[one + 1]);
      greatest[i] = Math.max(greatest[one], greatest[one + 1]);
    }
    Arrays.fill(least, BUCKETS / 2, BUCKETS, 0);
    Arrays.fill(greatest, BUCKETS / 2, BUCKETS, 0);
    width *= 2;
  }

  /** Nanoseconds of a bucket. */
  long width() {
    return width;
  }

  /** The least depth in each bucket; 0 where nothing is known. */
  int[] least() {
    return least;
  }

  /** The greatest depth in each bucket; 0 where nothing is known. */
  int[] greatest() {
    return greatest;
  }
}
