package dev.leadline.check.expect.coverage;

import dev.leadline.event.ExecutableFile.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * What ran of one file.
 *
 * @param file absolute path
 * @param statements those that can run, in their order
 * @param missed by their place in that list, those that did not
 */
record CoveredFile(String file, List<Statement> statements, BitSet missed) {

  /** A statement ran where one of its lines did. */
  static CoveredFile of(String file, List<Statement> statements, BitSet lines) {
    BitSet missed = new BitSet();
    for (int i = 0; i < statements.size(); i++) {
      Statement one = statements.get(i);
      int ran = lines.nextSetBit(one.first());
      missed.set(i, ran < 0 || ran > one.last());
    }
    return new CoveredFile(file, statements, missed);
  }

  int count() {
    return statements.size();
  }

  int ran() {
    return count() - missed.cardinality();
  }

  Percentage percentage() {
    return new Percentage(ran(), count());
  }

  /** The line of the first statement that did not run. */
  OptionalInt firstMissed() {
    int first = missed.nextSetBit(0);
    return first < 0 ? OptionalInt.empty() : OptionalInt.of(line(first));
  }

  /**
   * The lines of the statements that did not run: {@code 3, 7-9}; a range has none that ran, and
   * may have lines that are no statement.
   */
  String ranges(int most) {
    List<String> ranges = new ArrayList<>();
    int place = missed.nextSetBit(0);
    while (place >= 0) {
      if (ranges.size() == most) {
        ranges.add("...");
        break;
      }
      int end = missed.nextClearBit(place);
      ranges.add(range(line(place), line(end - 1)));
      place = missed.nextSetBit(end);
    }
    return String.join(", ", ranges);
  }

  private static String range(int first, int last) {
    return first == last ? "" + first : first + "-" + last;
  }

  private int line(int place) {
    return statements.get(place).first();
  }

  /** A part of a whole in percent, in the digits that coverage.py shows. */
  record Percentage(long some, long all) {

    private static final double WHOLE = 100;

    /** What has no parts is whole. */
    double exact() {
      return all == 0 ? WHOLE : WHOLE * some / all;
    }

    /** With a number of decimals; 0 and 100 are shown for nothing and for all only. */
    String shown(int decimals) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
      BigDecimal most = BigDecimal.valueOf(WHOLE).subtract(least);
      BigDecimal shown = rounded(decimals);
      if (some > 0 && some < all) {
        shown = shown.max(least).min(most);
      }
      return shown.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /**
     * Whether it is as much as was asked for when it is rounded to that number's decimals. All of
     * it is not reached by rounding.
     */
    boolean reaches(BigDecimal asked) {
      return asked.compareTo(BigDecimal.valueOf(WHOLE)) == 0
          ? some == all
          : rounded(decimals(asked)).compareTo(asked) >= 0;
    }

    /** As Python's {@code round()} does: the exact value of the double, a tie to the even digit. */
    private BigDecimal rounded(int decimals) {
      return new BigDecimal(exact()).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    static int decimals(BigDecimal asked) {
      return Math.max(0, asked.stripTrailingZeros().scale());
    }
  }
}
