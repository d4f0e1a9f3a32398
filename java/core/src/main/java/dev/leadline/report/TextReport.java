package dev.leadline.report;

import java.io.IOException;
import java.io.Writer;

/** Writes the lines of a report for people. */
final class TextReport {

  private final Writer out;
  private final ReportStyle style;

  TextReport(Writer out, ReportStyle style) {
    this.out = out;
    this.style = style;
  }

  TextLine line() {
    return new TextLine(style);
  }

  void write(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }

  /** A line of prose; it is not cut, since its end may be what matters. */
  void prose(String text) throws IOException {
    out.write(TerminalText.escape(text));
    out.write('\n');
  }

  void blank() throws IOException {
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }
}
