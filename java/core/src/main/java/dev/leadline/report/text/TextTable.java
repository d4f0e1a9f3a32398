package dev.leadline.report.text;

import dev.leadline.report.text.TextLine.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as their widest cell, the last one as long as it is. */
public final class TextTable {

  private record Row(List<String> cells, Tone tone) {}

  private final List<String> heads;
  private final String aligned;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param aligned a letter for each column: {@code r} for numbers, at the right edge, else {@code
   *     l}
   */
  public TextTable(String aligned, List<String> heads) {
    this.aligned = aligned;
    this.heads = heads;
  }

  public TextTable row(Tone tone, String... cells) {
    rows.add(new Row(List.of(cells), tone));
    return this;
  }

  /** A line of its own between the rows, below the last column. */
  public TextTable remark(String text) {
    rows.add(new Row(List.of(text), Tone.FAINT));
    return this;
  }

  public void write(TextReport report) throws IOException {
    int[] widths = widths();
    write(report, new Row(heads, Tone.FAINT), widths);
    for (Row row : rows) {
      write(report, row, widths);
    }
  }

  private void write(TextReport report, Row row, int[] widths) throws IOException {
    TextLine line = report.line();
    if (row.cells().size() == 1) {
      report.wrap(4, line.add("  " + row.cells().get(0), row.tone()));
      return;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = TerminalText.escape(row.cells().get(i));
      String space = " ".repeat(Math.max(0, widths[i] - TerminalText.columns(cell)));
      String gap = i == 0 ? "" : "  ";
      if (aligned.charAt(i) == 'r') {
        line.add(gap + space).add(cell, row.tone());
      } else {
        line.add(gap).add(cell, row.tone()).add(space);
      }
    }
    report.write(line);
  }

  private int[] widths() {
    int[] widths = new int[heads.size()];
    List<Row> all = new ArrayList<>(rows);
    all.add(new Row(heads, Tone.PLAIN));
    for (Row row : all) {
      int padded = aligned.endsWith("r") ? widths.length : widths.length - 1;
      for (int i = 0; row.cells().size() > 1 && i < padded; i++) {
        int columns = TerminalText.columns(TerminalText.escape(row.cells().get(i)));
        widths[i] = Math.max(widths[i], columns);
      }
    }
    return widths;
  }
}
