package dev.leadline.report.compare;

import dev.leadline.report.text.ReportStyle;
import java.util.Objects;

/**
 * How a comparison of several interpreters is shown.
 *
 * @param program what ran, as a reader would type it
 * @param times whether it shows which functions took longer
 * @param text how text for people may look
 */
public record VersionsStyle(String program, boolean times, ReportStyle text) {
  public VersionsStyle {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(text, "text");
  }
}
