package dev.leadline.report.compare;

import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.OutputPart;
import dev.leadline.outputs.OutputDifference;
import dev.leadline.outputs.StreamComparison;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What two runs wrote otherwise, and how they ended, for people. */
public final class OutputText {

  private static final String LEFT = "       left   ";
  private static final String RIGHT = "       right  ";

  private final Writer out;
  private final ReportStyle style;
  private final Allowance allowance;

  /**
   * One into {@code out}, which stays open.
   *
   * @param allowance which differences are marked as allowed
   */
  public OutputText(Writer out, ReportStyle style, Allowance allowance) {
    this.out = out;
    this.style = style;
    this.allowance = allowance;
  }

  /** Writes it; nothing where nothing differs. */
  public void write(OutputComparison output) throws IOException {
    if (output.status().isPresent()) {
      OutputComparison.Ends ends = output.status().get();
      head(OutputPart.STATUS, "exit status", ends.repeatable());
      side(LEFT, List.of(Phrases.outcome(ends.left()) + Phrases.status(ends.left())), 1);
      side(RIGHT, List.of(Phrases.outcome(ends.right()) + Phrases.status(ends.right())), 1);
    }
    stream(OutputPart.STDOUT, output.stdout());
    stream(OutputPart.STDERR, output.stderr());
  }

  private void stream(OutputPart part, StreamComparison stream) throws IOException {
    for (OutputDifference place : stream.first()) {
      head(part, part.id() + ", " + lines(place), place.repeatable());
      side(LEFT, place.left().texts(), place.left().count());
      side(RIGHT, place.right().texts(), place.right().count());
    }
    long more = stream.places() - stream.first().size();
    if (more > 0) {
      String text = "  " + part.id() + ", and in " + Phrases.count(more, "place") + " more";
      line(new TextLine(style).add(text));
    }
  }

  private static String lines(OutputDifference place) {
    String left = number(place.left());
    String right = number(place.right());
    return left.equals(right) ? left : left + " on the left, " + right + " on the right";
  }

  private static String number(OutputDifference.Lines lines) {
    if (lines.count() == 0) {
      return "before line " + lines.number();
    }
    long last = lines.number() + lines.count() - 1;
    return last == lines.number()
        ? "line " + lines.number()
        : "lines " + lines.number() + " to " + last;
  }

  private void head(OutputPart part, String what, boolean repeatable) throws IOException {
    String marks =
        (repeatable ? "" : "  not repeatable") + (allowance.allows(part.id()) ? "  allowed" : "");
    line(new TextLine(style).add("  ").add(what, Tone.STRONG).add(marks, Tone.FAINT));
  }

  private void side(String label, List<String> texts, long count) throws IOException {
    String before = label;
    for (String text : texts) {
      line(new TextLine(style).add(before).add(text));
      before = " ".repeat(label.length());
    }
    if (count == 0) {
      line(new TextLine(style).add(label).add("nothing", Tone.FAINT));
    } else if (count > texts.size()) {
      String more = Phrases.count(count - texts.size(), "line") + " more";
      line(new TextLine(style).add(before).add("and " + more, Tone.FAINT));
    }
  }

  private void line(TextLine line) throws IOException {
    out.write(line.text());
    out.write('\n');
  }
}
