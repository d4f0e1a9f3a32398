package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.Optional;

/** What is called in an annotation is called when the annotation is read, since 3.14. */
final class AnnotationCalls implements KnownCause {

  private static final Known KNOWN =
      new Known("pep-649", "annotations are evaluated when they are read", "PEP 649");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    DifferenceKind kind = evidence.difference().kind();
    boolean call =
        kind == DifferenceKind.CALL_LEFT
            || kind == DifferenceKind.CALL_RIGHT
            || kind == DifferenceKind.ORDER;
    if (!call || evidence.facts().isEmpty() || !evidence.releases().partedBy(Release.of(14))) {
      return Optional.empty();
    }
    Activation called = evidence.difference().either().activation();
    return evidence.facts().get().has(FactKind.ANNOTATION, called.callerLine())
        ? KNOWN.runtime(
            "it is called in the annotation at line %d, which 3.14 evaluates only if it is read"
                .formatted(called.callerLine()))
        : Optional.empty();
  }
}
