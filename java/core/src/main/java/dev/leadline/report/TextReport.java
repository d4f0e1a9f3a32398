package dev.leadline.report;

import dev.leadline.event.Header;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalInt;

/** Writes the lines of a report for people. */
final class TextReport {

  /** Of a report that goes to no terminal. */
  private static final int USUAL_WIDTH = 100;

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

  /** A sentence of any length, broken between its words. */
  void paragraph(String text, Tone tone) throws IOException {
    int width = style.width() == 0 ? USUAL_WIDTH : style.width();
    String line = "";
    for (String word : TerminalText.escape(text).split(" ")) {
      if (!line.isBlank() && TerminalText.columns(line) + 1 + TerminalText.columns(word) > width) {
        write(line().add(line, tone));
        line = " ";
      }
      line = line.isEmpty() ? word : line + " " + word;
    }
    write(line().add(line, tone));
  }

  /** The first line: what was run, on what, and where it was cut. */
  void heading(Header header, OptionalInt baseDepth) throws IOException {
    write(line().add(Shown.heading(header, baseDepth), Tone.STRONG));
  }

  /** What the recording says of itself, a line each. */
  void notices(Notices notices) throws IOException {
    for (String sentence : notices.sentences()) {
      prose(sentence);
    }
  }

  void blank() throws IOException {
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }
}
