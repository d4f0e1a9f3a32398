package dev.leadline.compare;

import dev.leadline.execution.Definition.FunctionKey;
import java.util.List;
import java.util.Objects;

/**
 * Differences of one kind, in one function, with one cause.
 *
 * @param cause why
 * @param kind in what
 * @param function where
 * @param count how often
 * @param first the one that came first in the execution
 * @param consequences what followed from it: calls that then came or did not, callers that then
 *     went another way; counted for none of the categories
 */
public record DifferenceGroup(
    Cause cause,
    DifferenceKind kind,
    FunctionKey function,
    long count,
    Difference first,
    List<DifferenceGroup> consequences) {

  public DifferenceGroup {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(first, "first");
    consequences = List.copyOf(consequences);
    if (count < 1) {
      throw new IllegalArgumentException("a group has a difference: " + count);
    }
  }

  /** How many differences followed from it. */
  public long consequenceCount() {
    return consequences.stream().mapToLong(DifferenceGroup::count).sum();
  }

  /** The same differences for another reason. */
  DifferenceGroup because(Cause other) {
    return new DifferenceGroup(other, kind, function, count, first, consequences);
  }
}
