package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Outcome;
import java.util.Optional;

/** A generator without a try around its yield is closed without being resumed, in 3.13. */
final class ClosedGenerator implements KnownCause {

  private static final Known KNOWN =
      new Known("generator-close", "closing a generator does not resume it", "gh-113728");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    boolean parted =
        evidence.releases().partedBy(Release.of(13))
            || evidence.releases().partedBy(Release.of(14));
    if (!parted || evidence.older().isEmpty() || evidence.younger().isEmpty()) {
      return Optional.empty();
    }
    return switch (evidence.difference().kind()) {
      case EXCEPTION -> extra(evidence);
      case OUTCOME -> outcome(evidence);
      default -> Optional.empty();
    };
  }

  private static Optional<Cause> extra(Evidence evidence) {
    return ExtraExceptions.of(evidence.older().orElseThrow(), evidence.younger().orElseThrow())
        .filter(extra -> extra.stream().allMatch(seen -> seen.type().equals("GeneratorExit")))
        .flatMap(extra -> cause());
  }

  private static Optional<Cause> outcome(Evidence evidence) {
    return closed(evidence.older().orElseThrow()) != closed(evidence.younger().orElseThrow())
        ? cause()
        : Optional.empty();
  }

  private static boolean closed(Activation activation) {
    return activation.outcome().equals(Outcome.raised("GeneratorExit"));
  }

  private static Optional<Cause> cause() {
    return KNOWN.catalogue(
        "one side resumed the generator with a GeneratorExit, as all but 3.13 do; the other closed"
            + " it where it stood, as nothing there could catch it");
  }
}
