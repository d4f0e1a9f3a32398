package dev.leadline.report;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TerminalText;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Functions, a row each: numbers as wide as the widest of them, the name, what is to be noted, and
 * the place at the right edge. A name is cut in the middle where the line is full; a note never is.
 */
final class FunctionTable {

  private static final String GAP = "  ";

  /** Rows of a file that are longer push their places out. */
  private static final int USUAL_EDGE = 100;

  /** No eye follows a longer row to its place. */
  private static final int WIDEST = 120;

  /** Deeper rows are indented no further, and say how deep they are. */
  private static final int INDENTED = 40;

  /** What is left of a name on a narrow terminal, and of a place. */
  private static final int LEAST_NAME = 16;

  private static final int LEAST_PLACE = 16;

  private static final int SHORTEST = 4;

  private static final double MUCH = 0.2;
  private static final double SOME = 0.05;

  /** The columns of numbers. */
  enum Column {
    CALLS("calls"),
    LINES("lines"),
    OWN("own"),
    OWN_SHARE("%"),
    TOTAL("total"),
    TOTAL_SHARE("%");

    private final String title;

    Column(String title) {
      this.title = title;
    }
  }

  /** A line of the table; a heading has no cells. */
  private record Row(
      List<String> cells, List<Tone> tones, int indent, String name, Note note, String place) {

    int columns(int numbers, int step) {
      return numbers + step * indent + TerminalText.columns(name) + behind();
    }

    int behind() {
      return note.columns() + FunctionTable.columns(place);
    }
  }

  private record Note(String text, Tone tone) {

    static final Note NONE = new Note("", Tone.PLAIN);

    int columns() {
      return FunctionTable.columns(text);
    }
  }

  private final TextReport report;
  private final ReportStyle style;
  private final List<Column> columns;
  private final long wholeNs;
  private final List<Row> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param wholeNs the time that is 100 %
   */
  FunctionTable(TextReport report, ReportStyle style, List<Column> columns, long wholeNs) {
    this.report = report;
    this.style = style;
    this.columns = columns;
    this.wholeNs = wholeNs;
    List<String> titles = columns.stream().map(column -> column.title).toList();
    List<Tone> tones = columns.stream().map(column -> Tone.PLAIN).toList();
    rows.add(new Row(titles, tones, 0, "function", Note.NONE, "at"));
  }

  /**
   * Adds a heading.
   *
   * @param edge what stands at the right edge; empty for nothing
   */
  void heading(String text, String edge) {
    rows.add(
        new Row(
            List.of(),
            List.of(),
            0,
            TerminalText.escape(text),
            Note.NONE,
            TerminalText.escape(edge)));
  }

  /**
   * Adds a row.
   *
   * @param tallies of one function, or of several that call one another, each as often
   * @param indent steps to the right
   * @param place where it is defined; empty for nowhere
   */
  void row(List<? extends Tally> tallies, int indent, String name, String place) {
    List<String> cells = columns.stream().map(column -> cell(tallies, column)).toList();
    List<Tone> tones = columns.stream().map(column -> tone(tallies, column)).toList();
    int shown = Math.min(indent, INDENTED);
    String deep = indent > shown ? "(+" + (indent - shown) + ") " : "";
    rows.add(
        new Row(
            cells,
            tones,
            shown,
            TerminalText.escape(deep + name),
            note(tallies),
            shortened(TerminalText.escape(place))));
  }

  void write() throws IOException {
    if (rows.size() == 1) {
      return; // titles, and nothing below them
    }
    int[] widths = new int[columns.size()];
    int numbers = 0;
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          rows.stream()
              .filter(row -> !row.cells.isEmpty())
              .mapToInt(row -> row.cells.get(column).length())
              .max()
              .orElse(0);
      numbers += widths[i] + GAP.length();
    }
    int before = numbers;
    int step = step(numbers);
    int longest =
        rows.stream()
            .filter(row -> !row.cells.isEmpty() || !row.place.isEmpty())
            .mapToInt(row -> row.columns(row.cells.isEmpty() ? 0 : before, step))
            .max()
            .orElse(0);
    int edge = Math.min(longest, style.width() == 0 ? USUAL_EDGE : Math.min(style.width(), WIDEST));
    for (Row row : rows) {
      report.write(
          row.cells.isEmpty()
              ? heading(row, edge)
              : named(numbers(row, widths), edge - numbers, step, row));
    }
  }

  /** What is at the edge gives way where the line is full. */
  private TextLine heading(Row row, int edge) {
    int room = edge - columns(row.place);
    int missing = TerminalText.columns(row.name) - room;
    TextLine line = report.line().add(row.name, Tone.STRONG);
    if (row.place.isEmpty() || style.width() > 0 && missing > 0) {
      return line;
    }
    return line.add(" ".repeat(Math.max(0, -missing))).add(GAP + row.place, Tone.FAINT);
  }

  /** Columns of one step of the indent: a deep tree has no room for two. */
  private int step(int numbers) {
    int deepest = rows.stream().mapToInt(Row::indent).max().orElse(0);
    boolean narrow = style.width() > 0 && 2 * deepest > (style.width() - numbers) / 3;
    return narrow ? 1 : 2;
  }

  private TextLine numbers(Row row, int[] widths) {
    TextLine line = report.line();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.cells.get(i);
      line.add(" ".repeat(widths[i] - cell.length())).add(cell, row.tones.get(i)).add(GAP);
    }
    return line;
  }

  private TextLine named(TextLine line, int width, int step, Row row) {
    int indent = step * row.indent;
    String name = row.name;
    String place = row.place;
    int room = width - row.behind();
    boolean narrow = indent + TerminalText.columns(name) > room;
    if (style.width() > 0 && narrow) { // the indent gives way first, then the place, then the name
      int missing = LEAST_NAME - room;
      if (missing > 0) {
        int left = TerminalText.columns(place) - missing;
        place = left < SHORTEST ? "" : TerminalText.cutStart(place, left);
        room = width - row.note.columns() - columns(place);
      }
      indent = Math.max(0, Math.min(indent, room - LEAST_NAME));
      name = TerminalText.cutMiddle(name, Math.max(SHORTEST, room - indent));
    }
    line.add(" ".repeat(indent) + name);
    if (row.behind() > 0) {
      line.add(" ".repeat(Math.max(0, room - indent - TerminalText.columns(name))));
    }
    line.add(row.note.text.isEmpty() ? "" : GAP + row.note.text, row.note.tone);
    return line.add(place.isEmpty() ? "" : GAP + place, Tone.FAINT);
  }

  private static int columns(String text) {
    return text.isEmpty() ? 0 : GAP.length() + TerminalText.columns(text);
  }

  private String shortened(String place) {
    int room = style.width() == 0 ? Integer.MAX_VALUE : Math.max(LEAST_PLACE, style.width() / 5);
    String rest = place;
    while (TerminalText.columns(rest) > room && rest.indexOf('.') >= 0) {
      rest = rest.substring(rest.indexOf('.') + 1); // without the packages
    }
    return TerminalText.cutStart(rest, room);
  }

  private static Note note(List<? extends Tally> tallies) {
    List<String> parts = new ArrayList<>();
    for (Tally tally : tallies) {
      if (tally instanceof CallNode node) {
        if (node.function() == TracedFunction.IMPORTS) {
          return Note.NONE;
        }
        if (node.recursion() > 0) {
          parts.add("x" + node.recursion() + " deep");
        }
      }
    }
    long resumes = sum(tallies, Tally::resumes);
    if (resumes > 0) {
      parts.add(Phrases.count(resumes, "resume"));
    }
    long exceptions = sum(tallies, Tally::exceptions);
    if (exceptions > 0) {
      parts.add(exceptions + " exc");
    }
    return new Note(String.join(", ", parts), exceptions > 0 ? Tone.ALARM : Tone.FAINT);
  }

  private String cell(List<? extends Tally> tallies, Column column) {
    return switch (column) {
      case CALLS -> Long.toString(tallies.get(0).calls());
      case LINES -> Long.toString(sum(tallies, Tally::lines));
      case OWN -> HumanTime.of(own(tallies));
      case TOTAL -> HumanTime.of(tallies.get(0).totalNs());
      case OWN_SHARE -> percent(share(own(tallies)));
      case TOTAL_SHARE -> percent(share(tallies.get(0).totalNs()));
    };
  }

  /** A share that is not nothing is not shown as nothing. */
  private static String percent(double share) {
    long percent = Math.round(100 * share);
    return percent == 0 && share > 0 ? "<1%" : percent + "%";
  }

  private static OptionalLong own(List<? extends Tally> tallies) {
    return tallies.stream().flatMapToLong(tally -> tally.ownNs().stream()).reduce(Long::sum);
  }

  private static long sum(List<? extends Tally> tallies, ToLongFunction<Tally> number) {
    return tallies.stream().mapToLong(number).sum();
  }

  private double share(OptionalLong ns) {
    return wholeNs == 0 ? 0 : Math.min(1, (double) ns.orElse(0) / wholeNs);
  }

  private Tone tone(List<? extends Tally> tallies, Column column) {
    double share =
        switch (column) {
          case OWN, OWN_SHARE -> share(own(tallies));
          case TOTAL, TOTAL_SHARE -> share(tallies.get(0).totalNs());
          case CALLS, LINES -> 0;
        };
    return share >= MUCH ? Tone.ALARM : share >= SOME ? Tone.WARM : Tone.PLAIN;
  }
}
