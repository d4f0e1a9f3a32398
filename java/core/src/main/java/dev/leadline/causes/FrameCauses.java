package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Entries of the catalogue for frames that are on the stack on some interpreters only. */
final class FrameCauses {

  private FrameCauses() {}

  /** Frames that the compiler makes, or no longer makes, for a part of a function. */
  static final class FoldedFrames implements KnownCause {

    private static final Set<String> COMPREHENSIONS =
        Set.of("<listcomp>", "<setcomp>", "<dictcomp>");

    private static final Known INLINED =
        new Known("pep-709", "comprehensions run in their function", "PEP 709");
    private static final Known OTHER_COMPREHENSIONS =
        new Known("program-comprehensions", "the program makes other comprehensions", "");

    private static final Known ANNOTATE =
        new Known("pep-649", "annotations are evaluated when they are read", "PEP 649");
    private static final Known GENERIC =
        new Known("pep-695", "type parameters have a scope of their own", "PEP 695");

    @Override
    public Optional<Cause> explain(Evidence evidence) {
      if (evidence.difference().kind() != DifferenceKind.HELPERS) {
        return Optional.empty();
      }
      Map<String, Long> older = evidence.older().orElseThrow().helpers();
      Map<String, Long> younger = evidence.younger().orElseThrow().helpers();
      Set<String> differing = new HashSet<>(older.keySet());
      differing.addAll(younger.keySet());
      differing.removeIf(name -> Objects.equals(older.get(name), younger.get(name)));
      return explain(evidence.releases(), differing, younger);
    }

    private static Optional<Cause> explain(
        Releases releases, Set<String> differing, Map<String, Long> younger) {
      boolean gone = differing.stream().noneMatch(younger::containsKey);
      if (releases.partedBy(Release.of(12)) && gone && COMPREHENSIONS.containsAll(differing)) {
        return INLINED.compiler(
            "the older interpreter entered a frame for each comprehension here; since 3.12 they have"
                + " none");
      }
      if (releases.partedBy(Release.of(14)) && differing.equals(Set.of("__annotate__"))) {
        return ANNOTATE.compiler(
            "the younger interpreter entered an __annotate__ frame where the annotations were read");
      }
      if (!releases.partedBy(Release.of(12)) && COMPREHENSIONS.containsAll(differing)) {
        return OTHER_COMPREHENSIONS.program(
            "both interpreters enter a frame for each comprehension, and entered others");
      }
      return releases.partedBy(Release.of(12))
              && differing.stream().allMatch(name -> name.startsWith("<generic parameters of "))
          ? GENERIC.compiler(
              "the younger interpreter entered a frame for the type parameters, as PEP 695 has it")
          : Optional.empty();
    }
  }

  /** Code that is not the user's stands between two of the user's functions, more of it here. */
  static final class LibraryLayers implements KnownCause {

    private static final Known ASYNCIO =
        new Known(
            "asyncio-layers",
            "the event loop has another number of frames below a coroutine",
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
}
