package dev.leadline.compare;

import dev.leadline.execution.ExecutionFacts;
import java.util.Objects;

/** The two executions as wholes. */
public record Sides(ExecutionFacts left, ExecutionFacts right) {

  public Sides {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }
}
