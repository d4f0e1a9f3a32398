package dev.leadline.flow;

import dev.leadline.execution.LineSequence;
import java.util.Objects;

/**
 * What one interpreter reported of an activation.
 *
 * @param lines the lines in their order
 * @param everyStatement whether it reports each statement where it runs and nowhere else, as all do
 *     since 3.10 (PEP 626) but for a few lines
 * @param returned whether the activation came to the end of its code, or to a {@code return}
 */
public record Recorded(LineSequence lines, boolean everyStatement, boolean returned) {

  public Recorded {
    Objects.requireNonNull(lines, "lines");
  }
}
