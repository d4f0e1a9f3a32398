package dev.leadline.report;

import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.util.List;

/** A table with a heading: its first column stands at the left edge, the others at the right. */
final class TextTable {

  /** Takes the finished lines. */
  interface Lines {
    void add(TextLine line) throws IOException;
  }

  private final List<List<String>> rows;

  /** One of these rows, the heading first; a row may be shorter than the heading. */
  TextTable(List<List<String>> rows) {
    this.rows = rows;
  }

  void write(ReportStyle style, Lines lines) throws IOException {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    Tone tone = Tone.FAINT;
    for (List<String> row : rows) {
      TextLine line = new TextLine(style).left(row.get(0), widths[0], tone);
      for (int i = 1; i < row.size(); i++) {
        line.add("  ").add(" ".repeat(widths[i] - row.get(i).length()) + row.get(i), tone);
      }
      lines.add(line);
      tone = Tone.PLAIN;
    }
  }
}
