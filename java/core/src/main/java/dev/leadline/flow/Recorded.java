package dev.leadline.flow;

import dev.leadline.execution.LineSequence;
import java.util.Objects;

/**
 * What one interpreter reported of an activation.
 *
 * @param lines the lines in their order
 * @param everyJump whether it reports each {@code pass}, {@code break} and {@code continue}, as all
 *     do since 3.10 (PEP 626)
 * @param returned whether the activation came to the end of its code, or to a {@code return}
 */
public record Recorded(LineSequence lines, boolean everyJump, boolean returned) {

  public Recorded {
    Objects.requireNonNull(lines, "lines");
  }
}
