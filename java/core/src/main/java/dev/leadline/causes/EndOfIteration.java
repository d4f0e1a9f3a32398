package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation.SeenException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The end of an iterator or coroutine is an event of the caller's on some interpreters: of a {@code
 * for} up to 3.9, of an {@code await} in some releases and not in others.
 */
final class EndOfIteration implements KnownCause {

  private static final Known LOOP =
      new Known(
          "stop-iteration",
          "the end of a generator is no exception of its loop",
          "https://bugs.python.org/issue41756");

  private static final Known AWAIT =
      new Known(
          "await-stop-iteration", "the end of an awaited object is reported or not", "gh-96793");

  static final Set<String> TYPES = Set.of("StopIteration", "StopAsyncIteration");

  private static final Set<FactKind> ENDING = EnumSet.of(FactKind.AWAIT, FactKind.ITERATION);

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (evidence.difference().kind() != DifferenceKind.EXCEPTION || evidence.facts().isEmpty()) {
      return Optional.empty();
    }
    SourceFacts facts = evidence.facts().get();
    return ends(evidence, facts)
        .flatMap(line -> facts.has(FactKind.AWAIT, line) ? awaited(line) : iterated(line));
  }

  private static Optional<Cause> awaited(int line) {
    return AWAIT.runtime(
        ("line %s awaits something, or delegates to it: that it is over comes as a StopIteration,"
                + " which not every release tells the tracer")
            .formatted(TraceEvent.linenoText(line)));
  }

  private static Optional<Cause> iterated(int line) {
    return LOOP.runtime(
        "line %s iterates: not every release tells the tracer of the StopIteration that ends it"
            .formatted(TraceEvent.linenoText(line)));
  }

  /** Where the first end is, if both sides saw the same but for ends of what is iterated over. */
  private static Optional<Integer> ends(Evidence evidence, SourceFacts facts) {
    Predicate<SeenException> end =
        seen -> TYPES.contains(seen.type()) && facts.hasAny(ENDING, seen.lineno());
    List<SeenException> older = evidence.older().orElseThrow().exceptions();
    List<SeenException> younger = evidence.younger().orElseThrow().exceptions();
    return types(older, end.negate()).equals(types(younger, end.negate()))
        ? Stream.concat(older.stream(), younger.stream())
            .filter(end)
            .map(SeenException::lineno)
            .findFirst()
        : Optional.empty();
  }

  private static List<String> types(List<SeenException> seen, Predicate<SeenException> wanted) {
    return seen.stream().filter(wanted).map(SeenException::type).toList();
  }
}
