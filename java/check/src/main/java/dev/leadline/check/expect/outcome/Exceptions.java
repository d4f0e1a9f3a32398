package dev.leadline.check.expect.outcome;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Verdict;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Outcome;
import dev.leadline.filter.Glob;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Where exceptions were seen, and where they came from. */
public final class Exceptions {

  /**
   * What leaves a function in good order: the end of an iteration, a generator that is closed, and
   * {@code sys.exit}.
   */
  private static final Set<String> IN_ORDER =
      Set.of("StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit");

  private Exceptions() {}

  /** The first activation of one of these functions in which one of these was seen. */
  public static OptionalInt first(
      Execution execution, ExceptionTypes types, Predicate<Definition> wanted) {
    return first(
        execution,
        activation -> wanted.test(activation.definition()) && types.in(activation).isPresent());
  }

  /** The first activation with exceptions of which this is true. */
  public static OptionalInt first(Execution execution, Predicate<Activation> wanted) {
    boolean none = execution.facts().events().getOrDefault(EventKind.EXCEPTION, 0L) == 0;
    return none
        ? OptionalInt.empty()
        : Finding.first(execution, each -> wanted.test(execution.activation(each)));
  }

  /** A verdict that rests on all exceptions, unless some of them were not kept. */
  public static Verdict unlessUnkept(Execution execution, Verdict verdict) {
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

  /**
   * The exceptions that a glob names, by their class's qualified name or the last part of it. A
   * trace does not record base classes, so none of them matches.
   */
  public record ExceptionTypes(Glob glob) {

    boolean has(String type) {
      return glob.matches(type) || glob.matches(type.substring(type.lastIndexOf('.') + 1));
    }

    /** The first of them that was seen in an activation, among those that were kept. */
    public Optional<SeenException> in(Activation activation) {
      return activation.exceptions().stream().filter(one -> has(one.type())).findFirst();
    }

    /** Where one that was seen in an activation came from: the innermost call in it that saw it. */
    public int origin(Execution execution, int activation) {
      int origin = activation;
      int each = execution.firstChild(origin);
      while (each != Execution.NONE) {
        if (in(execution.activation(each)).isPresent()) {
          origin = each;
          each = execution.firstChild(origin);
        } else {
          each = execution.next(each);
        }
      }
      return origin;
    }
  }

  /** What ended a program. */
  static final class ProgramEnd {

    private ProgramEnd() {}

    /** The class of the exception that ended it; {@code SystemExit} where that did. */
    static Optional<String> of(Ending ending) {
      return switch (ending.outcome()) {
        case RAISED -> Optional.of(ending.detail().split(":", 2)[0]);
        case EXITED -> Optional.of("SystemExit");
        case COMPLETED, NOT_FOUND, TIMED_OUT, LEFT, DIED, CUT -> Optional.empty();
      };
    }

    /** How it ended, as a clause behind {@code the program}. */
    static String end(Ending ending) {
      return switch (ending.outcome()) {
        case COMPLETED -> "ran to its end";
        case RAISED -> "ended with " + ending.detail();
        case EXITED -> "left by SystemExit";
        case NOT_FOUND -> "was not found: " + ending.detail();
        case TIMED_OUT -> "ran out of time: " + ending.detail();
        case LEFT -> ending.detail();
        case DIED -> "died, " + ending.detail();
        case CUT -> "was cut off: " + ending.detail();
      };
    }
  }
}
