package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that no call in the source makes: special methods and functions that were handed over,
 * called by sort, dict, set, the garbage collector and the like. How often and in which order is
 * the interpreter's affair; whether a function is handed over at all is the program's.
 */
final class CallsOfInterpreter implements KnownCause {

  private static final Known KNOWN =
      new Known("interpreter-calls", "the interpreter calls it by itself, not equally often", "");

  private static final Set<DifferenceKind> CALLS =
      EnumSet.of(DifferenceKind.CALL_LEFT, DifferenceKind.CALL_RIGHT, DifferenceKind.ORDER);

  private static final Set<String> COMPARING =
      Set.of("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__");

  /** Each with the function that calls it for the program. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "__hash__", "hash",
          "__len__", "len",
          "__length_hint__", "length_hint",
          "__bool__", "bool",
          "__del__", "__del__");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (!CALLS.contains(evidence.difference().kind()) || evidence.facts().isEmpty()) {
      return Optional.empty();
    }
    Activation called = evidence.difference().either().activation();
    String name = called.definition().name();
    boolean onBoth = evidence.difference().calledOnBoth();
    return isCalledByItself(name, called.callerLine(), evidence.facts().get(), onBoth)
        ? KNOWN.runtime(
            "line %d has no call of %s: what runs there in C calls it"
                .formatted(called.callerLine(), name))
        : Optional.empty();
  }

  private static boolean isCalledByItself(
      String name, int line, SourceFacts facts, boolean onBoth) {
    if (facts.has(FactKind.CALLS, line, name)) {
      return false;
    }
    if (COMPARING.contains(name)) {
      return !facts.has(FactKind.COMPARES, line);
    }
    return OTHERS.containsKey(name)
        ? !facts.has(FactKind.CALLS, line, OTHERS.get(name))
        : onBoth && facts.has(FactKind.PASSES, line, name);
  }
}
