package dev.leadline.compare;

import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.execution.Execution.ExecutionFacts;
import java.util.Objects;

/** Says why two executions differ in a point. Asked once for each difference that is looked at. */
@FunctionalInterface
public interface CauseFinder {

  /** The cause; one of category {@code UNEXPLAINED} where it cannot tell. */
  Cause causeOf(Difference difference, Sides sides);

  /** The two executions as wholes. */
  record Sides(ExecutionFacts left, ExecutionFacts right) {

    public Sides {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  /**
   * Knows no catalogue: calls, exceptions and ends that differ are the program's doing, the rest is
   * unexplained.
   */
  static final class PlainCauses implements CauseFinder {

    /** The program itself did something else. */
    public static final Cause PROGRAM =
        new Cause(
            "program",
            Cause.Category.PROGRAM,
            "the program went another way",
            "",
            "calls, exceptions or ends differ, and no known difference of the interpreters explains it");

    /** The cause is unknown. */
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
}
