package dev.leadline.flow;

import dev.leadline.execution.LineSequence;
import java.util.Objects;

/**
 * What one interpreter reported of an activation.
 *
 * @param lines the lines in their order
 * @param minor the minor version of the interpreter's Python 3
 * @param returned whether the activation came to the end of its code, or to a {@code return}
 */
public record Recorded(LineSequence lines, int minor, boolean returned) {

  public Recorded {
    Objects.requireNonNull(lines, "lines");
  }

  /** Whether each statement that runs is reported, as it is from 3.10 on (PEP 626). */
  boolean everyStatement() {
    return minor >= 10;
  }
}
