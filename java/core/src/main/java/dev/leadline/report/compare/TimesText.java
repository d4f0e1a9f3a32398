package dev.leadline.report.compare;

import dev.leadline.compare.TimeComparison;
import dev.leadline.compare.TimeComparison.Ratio;
import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What functions took on both sides, for people. */
final class TimesText {

  /** Takes a line. */
  interface Lines {
    void line(TextLine line) throws IOException;
  }

  private static final int MOST = 10;

  private final ReportStyle style;
  private final Lines lines;

  TimesText(ReportStyle style, Lines lines) {
    this.style = style;
    this.lines = lines;
  }

  void write(Optional<TimeComparison> comparison) throws IOException {
    lines.line(new TextLine(style));
    lines.line(new TextLine(style).add("Time, right to left:", Tone.STRONG));
    if (comparison.isEmpty()) {
      lines.line(new TextLine(style).add("  a trace was recorded without times"));
      return;
    }
    TimeComparison times = comparison.get();
    lines.line(new TextLine(style).add("  " + noise(times)));
    List<Ratio> shown =
        times.functions().stream()
            .filter(ratio -> times.noise().isEmpty() || times.isBeyondNoise(ratio))
            .limit(MOST)
            .toList();
    for (Ratio ratio : shown) {
      lines.line(
          new TextLine(style)
              .right(factor(ratio.ratio()), 9)
              .add("  " + ratio.function().qualname(), Tone.STRONG)
              .add("  " + HumanTime.of(ratio.leftNs()) + " in " + ratio.leftCalls())
              .add(" -> " + HumanTime.of(ratio.rightNs()) + " in " + ratio.rightCalls())
              .add("  " + ratio.function().file(), Tone.FAINT));
    }
  }

  private static String noise(TimeComparison times) {
    if (times.functions().isEmpty()) {
      return "no function took long enough on both sides to tell (0.1 ms)";
    }
    String median = "the middle of all functions is " + factor(times.median());
    return times.noise().isPresent()
        ? median + "; off it by less than " + factor(times.noise().getAsDouble()) + " is noise"
        : median + "; too few functions to tell the noise, and each ran once a side";
  }

  private static String factor(double factor) {
    return String.format(Locale.ROOT, "x%.2f", factor);
  }
}
