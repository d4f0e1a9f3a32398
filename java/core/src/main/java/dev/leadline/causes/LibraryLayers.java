package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.Optional;

/** Code that is not the user's stands between two of the user's functions, more of it here. */
final class LibraryLayers implements KnownCause {

  private static final Known ASYNCIO =
      new Known(
          "asyncio-layers",
          "the event loop has another number of frames beneath a coroutine",
          "gh-91218 (asyncio.Runner), gh-96764 (wait_for)");

  private static final Known LIBRARY =
      new Known(
          "library-layers",
          "the library has another number of frames between two functions of the program",
          "the library's own code in both releases");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    if (evidence.difference().kind() != DifferenceKind.LAYERS) {
      return Optional.empty();
    }
    Activation older = evidence.older().orElseThrow();
    Activation younger = evidence.younger().orElseThrow();
    // a step of one has nothing in between; no step has no caller
    if (older.depthStep() < 1 || younger.depthStep() < 1) {
      return Optional.empty();
    }
    boolean coroutine =
        evidence
            .facts()
            .flatMap(facts -> facts.innermost(FactKind.DEF, older.definition().firstlineno()))
            .filter(def -> evidence.facts().get().has(FactKind.COROUTINE, def.first()))
            .isPresent();
    return (coroutine ? ASYNCIO : LIBRARY)
        .runtime(
            "%d frames stand between it and its caller on the older interpreter, %d on the younger"
                .formatted(older.depthStep() - 1, younger.depthStep() - 1));
  }
}
