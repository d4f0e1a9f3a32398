package dev.leadline.report.text;

import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.report.text.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Writes the lines of a report for people. */
public final class TextReport {

  /** Of a report that goes to no terminal. */
  private static final int USUAL_WIDTH = 100;

  /** What is left of a program with long arguments. */
  private static final int LEAST_PROGRAM = 20;

  private final Writer out;
  private final ReportStyle style;

  public TextReport(Writer out, ReportStyle style) {
    this.out = out;
    this.style = style;
  }

  public TextLine line() {
    return new TextLine(style);
  }

  public void write(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }

  /** A line that is whole: where it is too long, it goes on below, so far to the right. */
  public void wrap(int indent, TextLine line) throws IOException {
    out.write(line.wrapped(indent));
    out.write('\n');
  }

  /** A line of prose; it is not cut, since its end may be what matters. */
  public void prose(String text) throws IOException {
    out.write(TerminalText.escape(text));
    out.write('\n');
  }

  /** A sentence of any length, broken between its words. */
  public void paragraph(String text, Tone tone) throws IOException {
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

  /**
   * The first line: what was run, on what, and where it was cut. The base depth is known at the end
   * only. Long arguments are cut in the middle.
   */
  public void heading(Header header, OptionalInt baseDepth) throws IOException {
    heading(header, baseDepth, "");
  }

  /** The same, with what is to be said of the whole behind it; nothing where that is empty. */
  public void heading(Header header, OptionalInt baseDepth, String whole) throws IOException {
    String program = TerminalText.escape(Phrases.program(header));
    String more = whole.isEmpty() ? "" : ", " + whole;
    String conditions = TerminalText.escape(Phrases.conditions(header, baseDepth) + more);
    if (style.width() > 0) {
      int room = Math.max(LEAST_PROGRAM, style.width() - TerminalText.columns(conditions));
      program = TerminalText.cutMiddle(program, room);
    }
    wrap(2, line().add(program + conditions, Tone.STRONG));
  }

  /** What the recording says of itself, a line each. */
  public void notices(Notices notices) throws IOException {
    for (String sentence : notices.sentences()) {
      prose(sentence);
    }
  }

  public void blank() throws IOException {
    out.write('\n');
  }

  public void flush() throws IOException {
    out.flush();
  }

  /** The notices of a trace, as far as anybody would read them. */
  public static final class Notices {

    private static final int KEPT = 50;

    private final List<Notice> kept = new ArrayList<>();
    private long more;

    public void add(Notice notice) {
      if (kept.size() < KEPT) {
        kept.add(notice);
      } else {
        more++;
      }
    }

    public List<Notice> kept() {
      return Collections.unmodifiableList(kept);
    }

    /** One sentence each. */
    public List<String> sentences() {
      List<String> sentences = new ArrayList<>();
      kept.forEach(notice -> sentences.add("note: " + notice.text()));
      if (more > 0) {
        sentences.add("note: and " + more + " more notes");
      }
      return sentences;
    }
  }
}
