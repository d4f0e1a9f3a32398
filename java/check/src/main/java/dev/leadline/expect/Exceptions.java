package dev.leadline.expect;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Outcome;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** Where exceptions were seen, and where they came from. */
final class Exceptions {

  /**
   * What leaves a function in good order: the end of an iteration, a generator that is closed, and
   * {@code sys.exit}.
   */
  private static final Set<String> IN_ORDER =
      Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit");

  private Exceptions() {}

  /** A verdict that rests on all exceptions, unless some of them were not kept. */
  static Verdict unlessUnkept(Execution execution, Verdict verdict) {
    OptionalInt where =
        Finding.first(
            execution,
            each -> {
              Activation one = execution.activation(each);
              return one.exceptionCount() > one.exceptions().size();
            });
    if (where.isEmpty()) {
      return verdict;
    }
    Activation activation = execution.activation(where.getAsInt());
    return Verdict.unknown(
        "of "
            + activation.exceptionCount()
            + " exceptions in one call of "
            + activation.key().qualname()
            + " only the first "
            + activation.exceptions().size()
            + " were kept");
  }

  /** The first activation that an exception left which is a fault. */
  static OptionalInt firstLeft(Execution execution) {
    return Finding.first(execution, each -> left(execution, each));
  }

  /** Whether an exception left it that is a fault. */
  static boolean left(Execution execution, int activation) {
    Outcome outcome = execution.outcome(activation);
    return outcome.kind() == Outcome.Kind.RAISED && !IN_ORDER.contains(outcome.type());
  }

  /** The innermost activation that an exception left on its way out of this one. */
  static int origin(Execution execution, int activation) {
    int origin = activation;
    int inner = lastCalled(execution, origin);
    while (inner != Execution.NONE
        && Objects.equals(execution.outcome(inner), execution.outcome(origin))) {
      origin = inner;
      inner = lastCalled(execution, origin);
    }
    return origin;
  }

  private static int lastCalled(Execution execution, int activation) {
    int last = Execution.NONE;
    for (int each = execution.firstChild(activation);
        each != Execution.NONE;
        each = execution.next(each)) {
      last = each;
    }
    return last;
  }
}
