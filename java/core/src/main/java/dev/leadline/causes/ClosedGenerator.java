package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A generator without a try around its yield is closed without being resumed, early in 3.13. */
final class ClosedGenerator implements KnownCause {

  private static final Known KNOWN =
      new Known("generator-close", "closing a generator does not resume it", "gh-113728");

  private static final Known UNSTARTED =
      new Known(
          "unstarted-generator",
          "a generator that never ran is not entered to close it",
          "gh-100762");

  private static final Known DROPPED =
      new Known(
          "generator-dropped", "a generator expression that is given up is closed or not", "");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    return switch (evidence.difference().kind()) {
      case EXCEPTION -> extra(evidence);
      case OUTCOME -> outcome(evidence);
      case CALL_LEFT, CALL_RIGHT -> neverStarted(evidence);
      default -> Optional.empty();
    };
  }

  private static boolean parted(Evidence evidence) {
    Releases releases = evidence.releases();
    return releases.older().isOf(13) || releases.younger().isOf(13);
  }

  /** One that has not begun is entered only to be ended, in 3.11. */
  private static Optional<Cause> neverStarted(Evidence evidence) {
    boolean only11 =
        evidence.releases().partedBy(Release.of(11))
            || evidence.releases().partedBy(Release.of(12));
    return Optional.of(evidence.difference().either().activation())
        .filter(activation -> only11)
        .filter(activation -> activation.lines().isEmpty() && activation.exceptionCount() == 1)
        .filter(activation -> activation.exceptions().get(0).type().equals("GeneratorExit"))
        .flatMap(
            activation ->
                UNSTARTED.runtime(
                    "it was entered with a GeneratorExit and ran no line, as 3.11 alone has it: the"
                        + " others just give the generator up"));
  }

  private static Optional<Cause> extra(Evidence evidence) {
    Activation older = evidence.older().orElseThrow();
    boolean dropped = older.definition().isGeneratorExpression();
    return ExtraExceptions.of(older, evidence.younger().orElseThrow())
        .filter(extra -> parted(evidence) || dropped)
        .filter(extra -> extra.stream().allMatch(seen -> seen.type().equals("GeneratorExit")))
        .flatMap(
            extra ->
                parted(evidence)
                    ? cause()
                    : DROPPED.runtime(
                        "one side closed the generator expression before it had come to its end"));
  }

  private static Optional<Cause> outcome(Evidence evidence) {
    return parted(evidence)
            && closed(evidence.older().orElseThrow()) != closed(evidence.younger().orElseThrow())
        ? cause()
        : Optional.empty();
  }

  private static boolean closed(Activation activation) {
    return activation.outcome().equals(Outcome.raised("GeneratorExit"));
  }

  private static Optional<Cause> cause() {
    return KNOWN.runtime(
        "one side resumed the generator with a GeneratorExit, as all but the first releases of 3.13 do;"
            + " the other closed it where it stood, as nothing there could catch it");
  }

  /**
   * The exceptions that one side saw and the other did not, where the rest is the same, in order.
   */
  private static final class ExtraExceptions {

    private ExtraExceptions() {}

    /** Those of the side that saw more; empty where neither's are contained in the other's. */
    static Optional<List<SeenException>> of(Activation one, Activation other) {
      return one.exceptions().size() >= other.exceptions().size()
          ? beyond(one.exceptions(), other.exceptions())
          : beyond(other.exceptions(), one.exceptions());
    }

    private static Optional<List<SeenException>> beyond(
        List<SeenException> more, List<SeenException> fewer) {
      List<SeenException> extra = new ArrayList<>();
      int matched = 0;
      for (SeenException seen : more) {
        if (matched < fewer.size() && fewer.get(matched).type().equals(seen.type())) {
          matched++;
        } else {
          extra.add(seen);
        }
      }
      return matched == fewer.size() && !extra.isEmpty() ? Optional.of(extra) : Optional.empty();
    }
  }
}
