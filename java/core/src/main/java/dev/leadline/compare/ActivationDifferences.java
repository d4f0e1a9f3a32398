package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** In what two activations of one function differ, apart from what they called. */
final class ActivationDifferences {

  private final Set<DifferenceKind> kinds = EnumSet.noneOf(DifferenceKind.class);

  ActivationDifferences(Activation left, Activation right) {
    note(DifferenceKind.OUTCOME, left.outcome().equals(right.outcome()));
    boolean sameExceptions =
        left.exceptionCount() == right.exceptionCount() && types(left).equals(types(right));
    note(DifferenceKind.EXCEPTION, sameExceptions);
    note(DifferenceKind.LINES, sameLines(left, right, sameExceptions));
    note(DifferenceKind.HELPERS, left.helpers().equals(right.helpers()));
    note(DifferenceKind.LAYERS, left.depthStep() == right.depthStep());
  }

  Set<DifferenceKind> kinds() {
    return kinds;
  }

  /**
   * Where it is: exceptions come before the lines that they lead to, and all else at the end.
   *
   * @param parting where the lines part
   * @param end the end of the activation
   */
  long position(DifferenceKind kind, long parting, long end) {
    return switch (kind) {
      case LINES -> parting;
      case EXCEPTION ->
          kinds.contains(DifferenceKind.LINES) ? Difference.Position.justBefore(parting) : end;
      case OUTCOME -> end;
      default -> parting;
    };
  }

  private void note(DifferenceKind kind, boolean same) {
    if (!same) {
      kinds.add(kind);
    }
  }

  /** Lines count from the definition: a function that only moved runs the same ones. */
  private static boolean sameLines(Activation left, Activation right, boolean sameExceptions) {
    if (left.definition().isGeneratorExpression() && left.exits() != right.exits()) {
      return false;
    }
    if (left.lines().isEmpty() || right.lines().isEmpty()) {
      return left.lines().isEmpty() == right.lines().isEmpty();
    }
    boolean sameCall =
        left.definition().isModule()
            || relative(left, left.lineno()) == relative(right, right.lineno());
    return left.lineOrder() == right.lineOrder()
        && sameCall
        && (!sameExceptions || lines(left).equals(lines(right)));
  }

  private static List<String> types(Activation activation) {
    return activation.exceptions().stream().map(SeenException::type).toList();
  }

  private static List<Integer> lines(Activation activation) {
    return activation.exceptions().stream()
        .map(seen -> relative(activation, seen.lineno()))
        .toList();
  }

  private static int relative(Activation activation, int lineno) {
    return lineno - activation.definition().firstLine();
  }
}
