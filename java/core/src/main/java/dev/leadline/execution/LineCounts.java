package dev.leadline.execution;

import java.util.Arrays;

/** How often each line was told of: a small hash table of whole numbers. */
final class LineCounts {

  private static final int FIRST_SIZE = 8;

  private int[] lines = new int[FIRST_SIZE];
  private long[] counts = new long[FIRST_SIZE];
  private int size;

  void add(int line) {
    int at = place(line);
    if (counts[at] == 0) {
      if (2 * (size + 1) > lines.length) {
        grow();
        at = place(line);
      }
      lines[at] = line;
      size++;
    }
    counts[at]++;
  }

  int size() {
    return size;
  }

  /** The lines, the smallest first. */
  int[] sorted() {
    int[] sorted = new int[size];
    int next = 0;
    for (int at = 0; at < lines.length; at++) {
      if (counts[at] > 0) {
        sorted[next++] = lines[at];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  long count(int line) {
    return counts[place(line)];
  }

  private int place(int line) {
    int mask = lines.length - 1;
    int at = line * 0x9E3779B1 >>> 7 & mask;
    while (counts[at] > 0 && lines[at] != line) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldLines = lines;
    long[] oldCounts = counts;
    lines = new int[2 * oldLines.length];
    counts = new long[2 * oldLines.length];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldCounts[i] > 0) {
        int at = place(oldLines[i]);
        lines[at] = oldLines[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
