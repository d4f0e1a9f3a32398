package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.SeenException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The end of an iterator or coroutine is an event of the caller's on some interpreters: of a {@code
 * for} up to 3.9, of an {@code await} in some releases and not in others.
 */
final class EndOfIteration implements KnownCause {

  private static final Known LOOP =
      new Known("stop-iteration", "the end of a generator is no exception of its loop", "PEP 626");

  private static final Known AWAIT =
      new Known("await-stop-iteration", "the end of an awaited object is told or not", "gh-96793");

  private static final Set<String> ENDS = Set.of("StopIteration", "StopAsyncIteration");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (evidence.difference().kind() != DifferenceKind.EXCEPTION || evidence.facts().isEmpty()) {
      return Optional.empty();
    }
    SourceFacts facts = evidence.facts().get();
    Optional<List<SeenException>> extra =
        ExtraExceptions.of(evidence.older().orElseThrow(), evidence.younger().orElseThrow());
    if (extra.isEmpty() || !extra.get().stream().allMatch(seen -> ENDS.contains(seen.type()))) {
      return Optional.empty();
    }
    int line = extra.get().get(0).lineno();
    if (all(extra.get(), facts, FactKind.AWAIT)) {
      return AWAIT.catalogue(
          "line %d awaits something: that it is over comes as a StopIteration, which not every"
                  .formatted(line)
              + " release tells the tracer");
    }
    return all(extra.get(), facts, FactKind.ITERATION)
            && evidence.releases().partedBy(Release.of(10))
        ? LOOP.catalogue(
            ("line %d iterates: until 3.9 the tracer was told of the StopIteration that ends a"
                    + " generator, since 3.10 it is not")
                .formatted(line))
        : Optional.empty();
  }

  private static boolean all(List<SeenException> extra, SourceFacts facts, FactKind kind) {
    return extra.stream().allMatch(seen -> facts.has(kind, seen.lineno()));
  }
}
