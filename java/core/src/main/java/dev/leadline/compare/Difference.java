package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.FunctionKey;
import java.util.Objects;
import java.util.Optional;

/**
 * One point in which two executions differ.
 *
 * @param kind in what
 * @param left the activation on the left; empty where the left has none
 * @param right the activation on the right; empty where the right has none
 * @param leftCaller the recorded caller on the left of this activation, or of its counterpart
 * @param rightCaller the same on the right
 * @param calledOnBoth whether both callers call the function, if not equally often
 * @param position where in the execution it is: the smaller came first
 */
public record Difference(
    DifferenceKind kind,
    Optional<Occurrence> left,
    Optional<Occurrence> right,
    Optional<Activation> leftCaller,
    Optional<Activation> rightCaller,
    boolean calledOnBoth,
    long position) {

  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(leftCaller, "leftCaller");
    Objects.requireNonNull(rightCaller, "rightCaller");
    if (left.isEmpty() && right.isEmpty()) {
      throw new IllegalArgumentException("a difference has a side");
    }
  }

  /** The side that is there; the left one where both are. */
  public Occurrence either() {
    return left.orElseGet(right::orElseThrow);
  }

  /** The function that it is about. */
  public FunctionKey function() {
    return either().activation().key();
  }
}
