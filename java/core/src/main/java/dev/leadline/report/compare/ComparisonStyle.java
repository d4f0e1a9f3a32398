package dev.leadline.report.compare;

import dev.leadline.report.text.ReportStyle;
import java.util.Objects;

/**
 * How a comparison is shown.
 *
 * @param left what the left side is called: a file, an interpreter
 * @param right what the right side is called
 * @param times whether to show what functions took
 * @param text how text may look
 */
public record ComparisonStyle(String left, String right, boolean times, ReportStyle text) {

  public ComparisonStyle {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(text, "text");
  }
}
