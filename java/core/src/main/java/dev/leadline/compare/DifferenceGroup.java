package dev.leadline.compare;

import dev.leadline.execution.FunctionKey;
import java.util.Objects;

/**
 * Differences of one kind, in one function, with one cause.
 *
 * @param cause why
 * @param kind in what
 * @param function where
 * @param count how often
 * @param first the one that came first in the execution
 */
public record DifferenceGroup(
    Cause cause, DifferenceKind kind, FunctionKey function, long count, Difference first) {

  public DifferenceGroup {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(first, "first");
    if (count < 1) {
      throw new IllegalArgumentException("a group has a difference: " + count);
    }
  }
}
