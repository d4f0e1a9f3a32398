package dev.leadline.report;

import dev.leadline.calltree.Tally;
import java.util.List;

/** The columns of numbers before a function's name, as wide as the widest number in each. */
final class TallyColumns {

  private final List<String> titles;
  private final int[] widths;

  /** Without times where the trace has none. */
  TallyColumns(boolean timed) {
    titles = timed ? List.of("calls", "lines", "own", "total") : List.of("calls", "lines");
    widths = titles.stream().mapToInt(String::length).toArray();
  }

  void widenFor(Tally tally) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cell(tally, i).length());
    }
  }

  TextLine head(TextLine line) {
    for (int i = 0; i < widths.length; i++) {
      line.right(titles.get(i), widths[i]).add("  ");
    }
    return line;
  }

  TextLine row(TextLine line, Tally tally) {
    for (int i = 0; i < widths.length; i++) {
      line.right(cell(tally, i), widths[i]).add("  ");
    }
    return line;
  }

  private static String cell(Tally tally, int column) {
    return switch (column) {
      case 0 -> Long.toString(tally.calls());
      case 1 -> Long.toString(tally.lines());
      case 2 -> HumanTime.of(tally.ownNs());
      case 3 -> HumanTime.of(tally.totalNs());
      default -> throw new IllegalArgumentException("no column " + column);
    };
  }
}
