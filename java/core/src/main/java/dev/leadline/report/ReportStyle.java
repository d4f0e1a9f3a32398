package dev.leadline.report;

/**
 * How a report for people may look.
 *
 * @param colour whether terminal colours may be used
 * @param width columns that a line may take; 0 for as many as it needs
 */
public record ReportStyle(boolean colour, int width) {

  /** As for a file: no colour, full lines. */
  public static final ReportStyle PLAIN = new ReportStyle(false, 0);

  public ReportStyle {
    if (width < 0) {
      throw new IllegalArgumentException("width is negative: " + width);
    }
  }
}
