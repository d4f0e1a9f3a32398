package dev.leadline.report;

import dev.leadline.event.Header;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalInt;

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
