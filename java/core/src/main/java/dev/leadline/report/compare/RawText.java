package dev.leadline.report.compare;

import dev.leadline.compare.RawComparer.Hunk;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Where two event lists differ, as {@code diff} shows it. */
public final class RawText {

  private final Writer out;
  private final ReportStyle style;

  /** One into {@code out}, which stays open. */
  public RawText(Writer out, ReportStyle style) {
    this.out = out;
    this.style = style;
  }

  /** Says whose lists come next. */
  public void title(String names) throws IOException {
    line(new TextLine(style).add(names + ":", Tone.STRONG));
  }

  /** Shows one place. */
  public void hunk(Hunk hunk) throws IOException {
    line(new TextLine(style).add("@@ " + hunk.stack() + " @@", Tone.FAINT));
    lines("- ", hunk.left(), Tone.ALARM);
    lines("+ ", hunk.right(), Tone.STRONG);
  }

  private void lines(String mark, List<String> events, Tone tone) throws IOException {
    for (String event : events) {
      line(new TextLine(style).add(mark + event, tone));
    }
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }
}
