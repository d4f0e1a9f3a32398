package dev.leadline.check.expect;

import dev.leadline.event.Ending;
import dev.leadline.event.Notice;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.ExecutionFacts;
import java.util.Optional;

/** Whether all that a run did was recorded; what was not seen may have happened. */
public final class Completeness {

  private Completeness() {}

  /** A verdict that more events could change: unknown where some are missing. */
  public static Verdict required(Execution execution, Verdict verdict) {
    return missing(execution).map(Verdict::unknown).orElse(verdict);
  }

  /** Why events may be missing, in a clause; empty where none are. */
  public static Optional<String> missing(Execution execution) {
    return why(execution.facts()).map(why -> "the recording is not complete: " + why);
  }

  private static Optional<String> why(ExecutionFacts facts) {
    if (facts.ending().outcome() == Ending.Outcome.DIED) {
      return Optional.of("a process that dies loses its last events");
    }
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
