package dev.leadline.expect;

import dev.leadline.event.EventKind;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Outcome;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Where exceptions were seen, and where they came from. */
final class Exceptions {

  /**
   * What leaves a function in good order: the end of an iteration, a generator that is closed, and
   * {@code sys.exit}.
   */
  private static final Set<String> IN_ORDER =
      Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit");

  private Exceptions() {}

  /** The first activation of one of these functions in which one of these was seen. */
  static OptionalInt first(
      Execution execution, ExceptionTypes types, Predicate<Definition> wanted) {
    return first(
        execution,
        activation -> wanted.test(activation.definition()) && types.in(activation).isPresent());
  }

  /** The first activation with exceptions of which this is true. */
  static OptionalInt first(Execution execution, Predicate<Activation> wanted) {
    boolean none = execution.facts().events().getOrDefault(EventKind.EXCEPTION, 0L) == 0;
    return none
        ? OptionalInt.empty()
        : Finding.first(execution, each -> wanted.test(execution.activation(each)));
  }

  /** A verdict that rests on all exceptions, unless some of them were not kept. */
  static Verdict unlessUnkept(Execution execution, Verdict verdict) {
    OptionalInt where = first(execution, one -> one.exceptionCount() > one.exceptions().size());
    if (where.isEmpty()) {
      return Completeness.required(execution, verdict);
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
