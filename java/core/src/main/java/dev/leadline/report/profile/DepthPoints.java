package dev.leadline.report.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The depth of each lane over time as a bounded number of points. Time is cut into buckets, of
 * which those in which something happened are held; when they are too many, they get twice as long.
 */
final class DepthPoints {

  /** Buckets that are held; each makes two points at most. */
  private static final int MOST = 10_000;

  /** Nanoseconds of a bucket at first. */
  private static final long FIRST_WIDTH = 1_000;

  /** Receives points: those of a lane are in order of time. */
  interface Receiver {
    void point(Lane lane, long atNs, int depth) throws IOException;
  }

  private static final class Series {
    private final Lane lane;
    private long[] buckets = new long[4];
    private int[] greatest = new int[4];
    private int[] last = new int[4];
    private int size;

    private Series(Lane lane) {
      this.lane = lane;
    }

    /** Adds to the last bucket, or makes a new one; says which. */
    private boolean add(long bucket, int most, int latest) {
      boolean fresh = size == 0 || buckets[size - 1] != bucket;
      if (fresh) {
        append(bucket, most);
      }
      greatest[size - 1] = Math.max(greatest[size - 1], most);
      last[size - 1] = latest;
      return fresh;
    }

    private void append(long bucket, int most) {
      if (size == buckets.length) {
        buckets = Arrays.copyOf(buckets, 2 * size);
        greatest = Arrays.copyOf(greatest, 2 * size);
        last = Arrays.copyOf(last, 2 * size);
      }
      buckets[size] = bucket;
      greatest[size] = most;
      size++;
    }

    private void halve() {
      int all = size;
      size = 0;
      for (int i = 0; i < all; i++) {
        add(buckets[i] / 2, greatest[i], last[i]);
      }
    }
  }

  private final List<Series> lanes = new ArrayList<>();
  private long width = FIRST_WIDTH;
  private int used;

  /** Lanes begin in the order of their numbers. */
  void begins(Lane lane) {
    lanes.add(new Series(lane));
  }

  /** From this time on, the innermost frame of a lane has this depth. */
  void add(Lane lane, long atNs, int depth) {
    if (lanes.get(lane.number() - 1).add(atNs / width, depth, depth)) {
      used++;
      while (used > MOST && width < Long.MAX_VALUE / 4) {
        widen();
      }
    }
  }

  private void widen() {
    width *= 2;
    used = 0;
    for (Series series : lanes) {
      series.halve();
      used += series.size;
    }
  }

  /** Reports the greatest depth of each bucket at its begin, and at its end the last one. */
  void report(Receiver receiver) throws IOException {
    for (Series series : lanes) {
      for (int i = 0; i < series.size; i++) {
        long from = Math.max(series.buckets[i] * width, series.lane.firstNs());
        receiver.point(series.lane, from, series.greatest[i]);
        if (series.last[i] != series.greatest[i]) {
          long to = Math.min((series.buckets[i] + 1) * width - 1, series.lane.lastNs());
          receiver.point(series.lane, Math.max(from, to), series.last[i]);
        }
      }
    }
  }
}
