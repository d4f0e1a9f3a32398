package dev.leadline.report.text;

import java.util.Objects;

/**
 * How a report for people may look.
 *
 * @param colour whether terminal colours may be used
 * @param width columns that a line may take; 0 for as many as it needs
 * @param detail how much of a trace is shown
 */
public record ReportStyle(boolean colour, int width, Detail detail) {

  /**
   * How much of a trace is shown.
   *
   * @param least part of the whole, below which a call path or function is left out: 0.005 is half
   *     a percent
   * @param top call paths or functions, the heaviest of them; 0 for all
   * @param sorted whether call paths are sorted by weight, else by their first call
   * @param folds whether recursion and imports are folded
   * @param merges whether threads that begin with the same function are shown as one
   * @param grouped whether the lines of a call stand under it, else each with its place
   */
  public record Detail(
      double least, int top, boolean sorted, boolean folds, boolean merges, boolean grouped) {

    /** What of it a person may choose. */
    public enum Choice {
      /** How much is shown: {@code least}, {@code top} and {@code sorted}. */
      AMOUNT,
      /** {@code folds}. */
      FOLDING,
      /** {@code merges}. */
      MERGING,
      /** {@code grouped}. */
      GROUPING
    }

    /** As a file has it: all, in the order in which it happened. */
    public static final Detail FILE = new Detail(0, 0, false, true, true, false);

    /** As a person reads it: what matters, and first what matters most. */
    public static final Detail TERMINAL = new Detail(0.005, 0, true, true, true, true);
  }

  /** As for a file: no colour, full lines. */
  public static final ReportStyle PLAIN = new ReportStyle(false, 0);

  /** With the detail of a file. */
  public ReportStyle(boolean colour, int width) {
    this(colour, width, Detail.FILE);
  }

  public ReportStyle {
    if (width < 0) {
      throw new IllegalArgumentException("width is negative: " + width);
    }
    Objects.requireNonNull(detail, "detail");
  }
}
