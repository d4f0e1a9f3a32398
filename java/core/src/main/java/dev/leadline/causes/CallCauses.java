package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Difference;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Entries of the catalogue for calls. */
final class CallCauses {

  private CallCauses() {}

  /**
   * Calls that no call in the source makes: special methods and functions that were handed over,
   * called by sort, dict, set, the garbage collector and the like. How often and in which order is
   * the interpreter's affair; whether a function is handed over at all is the program's.
   */
  static final class CallsOfInterpreter implements KnownCause {

    private static final Known KNOWN =
        new Known("interpreter-calls", "the interpreter calls it by itself, not equally often", "");

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
      if (!evidence.difference().kind().isCall() || evidence.facts().isEmpty()) {
        return Optional.empty();
      }
      Activation called = evidence.difference().either().activation();
      String name = called.definition().name();
      boolean onBoth = evidence.difference().calledOnBoth();
      return isCalledByItself(name, called.callerLine(), evidence.facts().get(), onBoth)
          ? KNOWN.runtime(
              "line %s has no call of %s: what runs there in C calls it"
                  .formatted(TraceEvent.linenoText(called.callerLine()), name))
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

  /**
   * An import enters importlib, which is compiled into the interpreter, for what has not been
   * imported yet. What an interpreter imports by itself while it starts, and in which cases its C
   * code leaves importlib out, is its own affair: the import ran on both sides.
   */
  static final class Imports implements KnownCause {

    private static final Known KNOWN =
        new Known(
            "import-system",
            "what is imported is there already on one side, or is found without importlib",
            "The Python Language Reference, 5.3.1: The module cache");

    /** What C code calls for an import. */
    private static final Set<String> BEGINNINGS =
        Set.of("_find_and_load", "_handle_fromlist", "_lock_unlock_module");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      Difference difference = evidence.difference();
      if (difference.left().isPresent() && difference.right().isPresent()
          || !difference.kind().isCall()
          || difference.runsModules()) {
        return Optional.empty();
      }
      Activation called = difference.either().activation();
      int line = called.callerLine();
      return isImport(called.definition())
              && ran(difference.leftCaller(), line) > 0
              && ran(difference.leftCaller(), line) == ran(difference.rightCaller(), line)
          ? KNOWN.runtime(
              "line %s ran on both sides, and one alone called %s there"
                  .formatted(TraceEvent.linenoText(line), called.definition().name()))
          : Optional.empty();
    }

    private static boolean isImport(Definition called) {
      return called.isModule()
          ? called.scope() == Scope.STDLIB || called.scope() == Scope.FROZEN
          : called.scope() == Scope.FROZEN
              && called.file().startsWith("<frozen importlib.")
              && BEGINNINGS.contains(called.name());
    }

    private static long ran(Optional<Activation> caller, int line) {
      return caller.map(one -> one.lines().getOrDefault(line, 0L)).orElse(0L);
    }
  }

  /** What is called in an annotation is called when the annotation is read, since 3.14. */
  static final class AnnotationCalls implements KnownCause {

    private static final Known KNOWN =
        new Known("pep-649", "annotations are evaluated when they are read", "PEP 649");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      if (!evidence.difference().kind().isCall()
          || evidence.facts().isEmpty()
          || !evidence.releases().partedBy(Release.of(14))) {
        return Optional.empty();
      }
      Activation called = evidence.difference().either().activation();
      return evidence.facts().get().has(FactKind.ANNOTATION, called.callerLine())
          ? KNOWN.runtime(
              "it is called in the annotation at line %s, which 3.14 evaluates only if it is read"
                  .formatted(TraceEvent.linenoText(called.callerLine())))
          : Optional.empty();
    }
  }

  /**
   * What asyncio.wait_for awaits runs in the caller's task since 3.12, in one of its own before.
   */
  static final class WaitedFor implements KnownCause {

    private static final Known KNOWN =
        new Known("wait-for", "asyncio.wait_for awaits in the task of its caller", "gh-96764");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      if (!evidence.difference().kind().isCall()
          || evidence.facts().isEmpty()
          || !evidence.releases().partedBy(Release.of(12))) {
        return Optional.empty();
      }
      SourceFacts facts = evidence.facts().get();
      Activation called = evidence.difference().either().activation();
      Optional<SourceFacts.Fact> waiting =
          facts.named(FactKind.WAITED_FOR, called.definition().name());
      // the older interpreter calls it from the loop, the younger one in the coroutine that waits
      boolean there =
          evidence.younger().isEmpty()
              || waiting.filter(fact -> fact.covers(called.callerLine())).isPresent();
      return waiting.isPresent() && called.depthStep() > 1 && there
          ? KNOWN.runtime(
              "%s is what the wait_for at line %d waits for: it is called from the event loop up to"
                      .formatted(called.definition().name(), waiting.get().first())
                  + " 3.11, and by the coroutine that waits since 3.12")
          : Optional.empty();
    }
  }

  /** The key of a dict comprehension is evaluated before its value, since 3.8. */
  static final class KeysFirst implements KnownCause {

    private static final Known KNOWN =
        new Known(
            "program-keys-first",
            "the program calls in another order: keys of dict comprehensions come before values",
            "PEP 572");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      if (evidence.difference().kind() != DifferenceKind.ORDER
          || evidence.facts().isEmpty()
          || !evidence.releases().partedBy(Release.of(8))) {
        return Optional.empty();
      }
      Activation called = evidence.difference().either().activation();
      return evidence.facts().get().has(FactKind.DICT_COMPREHENSION, called.callerLine())
          ? KNOWN.program(
              "the calls change places in the dict comprehension at line %s"
                  .formatted(TraceEvent.linenoText(called.callerLine())))
          : Optional.empty();
    }
  }
}
