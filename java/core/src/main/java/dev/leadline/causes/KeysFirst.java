package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.Optional;

/** The key of a dict comprehension is evaluated before its value, since 3.8. */
final class KeysFirst implements KnownCause {

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
            "the calls change places in the dict comprehension at line %d"
                .formatted(called.callerLine()))
        : Optional.empty();
  }
}
