package dev.leadline.compare;

/**
 * Knows no catalogue: calls, exceptions and ends that differ are the program's doing, the rest is
 * unexplained.
 */
public final class PlainCauses implements CauseFinder {

  /** The program itself did something else. */
  public static final Cause PROGRAM =
      new Cause(
          "program",
          Cause.Category.PROGRAM,
          "the program went another way",
          "",
          "calls, exceptions or ends differ, and no known difference of the interpreters explains it");

  /** Nobody can say why. */
  public static final Cause UNEXPLAINED =
      new Cause(
          "unexplained",
          Cause.Category.UNEXPLAINED,
          "unexplained",
          "",
          "no known difference of the interpreters explains it");

  @Override
  public Cause causeOf(Difference difference, Sides sides) {
    return switch (difference.kind()) {
      case CALL_LEFT, CALL_RIGHT, ORDER, OUTCOME, EXCEPTION, STACK, PROCESS_ORIGIN -> PROGRAM;
      case LINES, HELPERS, LAYERS -> UNEXPLAINED;
    };
  }
}
