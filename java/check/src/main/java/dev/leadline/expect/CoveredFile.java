package dev.leadline.expect;

import dev.leadline.launch.ExecutableLinesScript.Statement;
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
}
