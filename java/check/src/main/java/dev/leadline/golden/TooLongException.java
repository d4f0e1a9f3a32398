package dev.leadline.golden;

/** An execution has more to tell than anybody would review. */
public final class TooLongException extends Exception {

  private static final long serialVersionUID = 1L;

  TooLongException() {
    super(
        ("the golden trace would have more than %,d lines or %,d levels; record less, with include,"
                + " exclude, function or levels")
            .formatted(Shapes.MOST, TextLines.DEEPEST));
  }
}
