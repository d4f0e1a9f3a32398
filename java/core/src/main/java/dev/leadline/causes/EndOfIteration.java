package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.SeenException;
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
      new Known("await-stop-iteration", "the end of an awaited object is told or not", "gh-96793");

  private static final Set<String> TYPES = Set.of("StopIteration", "StopAsyncIteration");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (evidence.difference().kind() != DifferenceKind.EXCEPTION || evidence.facts().isEmpty()) {
      return Optional.empty();
    }
    return explain(evidence, FactKind.AWAIT)
        .flatMap(
            line ->
                AWAIT.runtime(
                    ("line %d awaits something, or delegates to it: that it is over comes as a StopIteration, which not"
                            + " every release tells the tracer")
                        .formatted(line)))
        .or(() -> loop(evidence));
  }

  private static Optional<Cause> loop(Evidence evidence) {
    return explain(evidence, FactKind.ITERATION)
        .flatMap(
            line ->
                LOOP.runtime(
                    ("line %d iterates: not every release tells the tracer of the StopIteration"
                            + " that ends it")
                        .formatted(line)));
  }

  /** Where the first end is, if both sides saw the same but for ends at lines of this kind. */
  private static Optional<Integer> explain(Evidence evidence, FactKind kind) {
    SourceFacts facts = evidence.facts().orElseThrow();
    Predicate<SeenException> end =
        seen -> TYPES.contains(seen.type()) && facts.has(kind, seen.lineno());
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
