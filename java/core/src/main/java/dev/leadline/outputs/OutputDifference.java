package dev.leadline.outputs;

import java.util.List;

/**
 * One place in which two outputs differ.
 *
 * @param left what stands on the left only
 * @param right what stands on the right instead
 * @param repeatable false where one of the interpreters writes something else there in a second
 *     run, too
 */
public record OutputDifference(Lines left, Lines right, boolean repeatable) {

  /** Most lines of one place that are kept. */
  static final int KEPT = 20;

  /**
   * Lines of one side.
   *
   * @param number the number of the first, or of the line that comes next where there are none
   * @param count how many
   * @param texts the first of them, decoded as UTF-8 and cut where they are long
   */
  public record Lines(long number, long count, List<String> texts) {
    public Lines {
      texts = List.copyOf(texts);
    }

    static Lines of(long number, List<MaskedLine> lines) {
      return new Lines(
          number, lines.size(), lines.stream().limit(KEPT).map(MaskedLine::text).toList());
    }
  }
}
