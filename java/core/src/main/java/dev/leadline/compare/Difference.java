package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution.CallStep;
import dev.leadline.execution.TracedStack;
import java.util.List;
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
 * @param runsModules whether a module of the user or of an installed package was run in what one
 *     side alone called; false where both called it
 * @param position where in the execution it is: the smaller came first
 */
public record Difference(
    DifferenceKind kind,
    Optional<Occurrence> left,
    Optional<Occurrence> right,
    Optional<Activation> leftCaller,
    Optional<Activation> rightCaller,
    boolean calledOnBoth,
    boolean runsModules,
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
  FunctionKey function() {
    return either().activation().key();
  }

  /**
   * An activation in its context.
   *
   * @param stack on which stack it was called
   * @param activation what it did
   * @param path the callers, the outermost first; the innermost twenty of them
   * @param hidden callers further out that the path leaves away
   */
  public record Occurrence(
      TracedStack stack, Activation activation, List<CallStep> path, int hidden) {

    public Occurrence {
      Objects.requireNonNull(stack, "stack");
      Objects.requireNonNull(activation, "activation");
      path = List.copyOf(path);
    }
  }

  /**
   * Where in an execution something is, by the numbers of the activations on the left: what has the
   * smaller position came first.
   */
  static final class Position {

    private static final long STEP = 8;

    private Position() {}

    /** The call of an activation. */
    static long call(int activation) {
      return STEP * activation;
    }

    /** The end of activations of which the next one called has this number. */
    static long end(int next) {
      return STEP * (next - 1) + 2;
    }

    /** A place in the lines of a caller, in front of the call of this activation. */
    static long parting(int next) {
      return STEP * next - 3;
    }

    /** In front of the call of this activation, behind the lines that led to it. */
    static long before(int next) {
      return STEP * next - 1;
    }

    /** What led to it. */
    static long justBefore(long position) {
      return position - 1;
    }
  }
}
