package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Entries of the catalogue for exceptions. */
final class ExceptionCauses {

  private ExceptionCauses() {}

  /** The same exception under a new name: the old name is kept as another one of the same class. */
  static final class RenamedExceptions implements KnownCause {

    private static final Known KNOWN =
        new Known(
            "renamed-exception",
            "the class of an exception has a new name",
            "What's New of the younger release");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      DifferenceKind kind = evidence.difference().kind();
      if (kind == DifferenceKind.EXCEPTION) {
        return exceptions(evidence.older().orElseThrow(), evidence.younger().orElseThrow());
      }
      return kind == DifferenceKind.OUTCOME
          ? renamed(
              evidence.older().orElseThrow().outcome().type(),
              evidence.younger().orElseThrow().outcome().type())
          : Optional.empty();
    }

    private static Optional<Cause> exceptions(Activation older, Activation younger) {
      List<SeenException> before = older.exceptions();
      List<SeenException> after = younger.exceptions();
      if (before.size() != after.size()) {
        return Optional.empty();
      }
      Optional<Cause> cause = Optional.empty();
      for (int i = 0; i < before.size(); i++) {
        String one = before.get(i).type();
        String other = after.get(i).type();
        if (!one.equals(other)) {
          cause = renamed(one, other);
          if (cause.isEmpty()) {
            return cause;
          }
        }
      }
      return cause;
    }

    private static Optional<Cause> renamed(String before, String after) {
      // a class may have been renamed twice between the two
      boolean known =
          !before.equals(after)
              && (after.equals(ExceptionNames.next(before))
                  || after.equals(ExceptionNames.newest(before)));
      return known
          ? KNOWN.runtime("%s is called %s by the younger interpreter".formatted(before, after))
          : Optional.empty();
    }
  }

  /**
   * Exceptions that the program meets on one side only, and that CPython or its library is known to
   * raise since some release. They are differences of the program, with the reason.
   */
  static final class NewExceptions implements KnownCause {

    private record Entry(String type, Pattern message, Known known, String why) {
      static Entry of(String type, String message, Known known, String why) {
        return new Entry(type, Pattern.compile(message), known, why);
      }

      boolean fits(SeenException seen) {
        return seen.type().equals(type) && message.matcher(seen.message()).find();
      }
    }

    private static final List<Entry> ENTRIES =
        List.of(
            Entry.of(
                "RuntimeError",
                "^(async )?generator raised Stop(Async)?Iteration",
                new Known(
                    "program-pep-479", "a StopIteration within a generator is an error", "PEP 479"),
                "a generator that lets a StopIteration out raises RuntimeError since 3.7"),
            Entry.of(
                "ValueError",
                "^Exceeds the limit .*for integer string conversion",
                new Known(
                    "program-int-digits",
                    "an int of many digits is not turned into text",
                    "gh-95778 (CVE-2020-10735)"),
                "more than sys.get_int_max_str_digits() digits are refused by one of the two"),
            Entry.of(
                "RuntimeError",
                "^There is no current event loop",
                new Known(
                    "program-event-loop",
                    "asyncio.get_event_loop() does not make a loop",
                    "gh-126353"),
                "where no loop was set, one side makes one and the other raises"),
            Entry.of(
                "TypeError",
                "^NotImplemented should not be used in a boolean context",
                new Known(
                    "program-not-implemented", "NotImplemented has no truth value", "gh-79893"),
                "one side takes NotImplemented for true, the other raises"),
            Entry.of(
                "ModuleNotFoundError",
                "^No module named",
                new Known(
                    "program-missing-module",
                    "a module can be imported on one side only",
                    "PEP 594, PEP 632 and the What's New of either release"),
                "the interpreter, or what is installed with it, lacks the module"),
            Entry.of(
                "AttributeError",
                "^(module|type object) .* has no attribute",
                new Known(
                    "program-missing-attribute",
                    "a module or class has a name on one side only",
                    "What's New of either release"),
                "a name was added in the younger release or removed from it"));

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      if (evidence.difference().kind() != DifferenceKind.EXCEPTION) {
        return Optional.empty();
      }
      List<SeenException> older = seen(evidence.older());
      List<SeenException> younger = seen(evidence.younger());
      return Stream.concat(
              younger.stream().filter(seen -> !hasLike(older, seen)),
              older.stream().filter(seen -> !hasLike(younger, seen)))
          .map(NewExceptions::cause)
          .flatMap(Optional::stream)
          .findFirst();
    }

    private static Optional<Cause> cause(SeenException seen) {
      return ENTRIES.stream()
          .filter(entry -> entry.fits(seen))
          .findFirst()
          .flatMap(
              entry ->
                  entry.known.program(
                      "line %s: %s: %s; %s"
                          .formatted(
                              TraceEvent.linenoText(seen.lineno()),
                              seen.type(),
                              seen.message(),
                              entry.why)));
    }

    private static boolean hasLike(List<SeenException> others, SeenException seen) {
      return others.stream().anyMatch(other -> other.type().equals(seen.type()));
    }

    private static List<SeenException> seen(Optional<Activation> activation) {
      return activation.map(Activation::exceptions).orElse(List.of());
    }
  }
}
