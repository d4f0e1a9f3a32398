package dev.leadline.expect;

import dev.leadline.event.Notice;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionFacts;
import java.util.Optional;

/** Whether all that a run did was recorded; what was not seen may have happened. */
final class Completeness {

  private Completeness() {}

  /** A verdict that more events could change, which it is not if there are none missing. */
  static Verdict required(Execution execution, Verdict verdict) {
    return missing(execution)
        .map(why -> Verdict.unknown("the recording is not complete: " + why))
        .orElse(verdict);
  }

  private static Optional<String> missing(Execution execution) {
    ExecutionFacts facts = execution.facts();
    return facts.unplacedStacks() > 0
        ? Optional.of("there were more than " + facts.stacks() + " threads")
        : facts.notices().stream()
            .filter(notice -> isOfMissingEvents(notice.kind()))
            .map(Notice::text)
            .findFirst();
  }

  private static boolean isOfMissingEvents(Notice.Kind kind) {
    return switch (kind) {
      case LIMIT, GAP, MALFORMED -> true;
      case TROUBLE -> false;
    };
  }
}
