package dev.leadline.expect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What ran of one file.
 *
 * @param file absolute path
 * @param lines how many of its lines can run
 * @param missed those that did not
 */
record CoveredFile(String file, int lines, BitSet missed) {

  static CoveredFile of(String file, BitSet executable, BitSet executed) {
    BitSet missed = (BitSet) executable.clone();
    missed.andNot(executed);
    return new CoveredFile(file, executable.cardinality(), missed);
  }

  int ran() {
    return lines - missed.cardinality();
  }

  /** Of 100; what has no lines has run wholly. */
  double percent() {
    return percent(ran(), lines);
  }

  static double percent(long ran, long lines) {
    return lines == 0 ? 100 : 100.0 * ran / lines;
  }

  /** The lines that did not run: {@code 3, 7-9}. */
  String ranges(int most) {
    List<String> ranges = new ArrayList<>();
    int line = missed.nextSetBit(0);
    while (line >= 0) {
      if (ranges.size() == most) {
        ranges.add("...");
        break;
      }
      int last = lastOf(line);
      ranges.add(line == last ? "" + line : line + "-" + last);
      line = missed.nextSetBit(last + 1);
    }
    return String.join(", ", ranges);
  }

  private int lastOf(int first) {
    return missed.nextClearBit(first) - 1;
  }
}
