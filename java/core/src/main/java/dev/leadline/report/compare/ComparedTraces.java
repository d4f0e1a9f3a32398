package dev.leadline.report.compare;

import dev.leadline.compare.Comparison;
import dev.leadline.execution.Execution;
import java.util.Objects;

/**
 * Two executions, open as long as a report is written, and what they differ in.
 *
 * @param left what the left side did
 * @param right what the right side did
 */
public record ComparedTraces(Execution left, Execution right, Comparison comparison) {
  public ComparedTraces {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(comparison, "comparison");
  }
}
