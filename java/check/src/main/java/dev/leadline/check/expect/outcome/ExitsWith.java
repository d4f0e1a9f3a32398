package dev.leadline.check.expect.outcome;

import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.outcome.Exceptions.ProgramEnd;
import dev.leadline.event.Ending;
import dev.leadline.execution.Execution;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The program ends with this exit status: 128 + N where signal N ends it. */
public final class ExitsWith implements EachByItself {

  private static final int MOST = 255;

  private final int status;

  /**
   * One about this status.
   *
   * @throws IllegalArgumentException if no process can end with it
   */
  public ExitsWith(int status) {
    this.status = status;
    if (status < 0 || status > MOST) {
      throw new IllegalArgumentException("an exit status is 0 to " + MOST + ": " + status);
    }
  }

  @Override
  public String title() {
    return "exit: " + status;
  }

  @Override
  public Verdict judge(Shown shown) throws IOException {
    Ending ending = shown.execution().facts().ending();
    boolean stopped = ending.outcome() == Ending.Outcome.TIMED_OUT;
    if (!stopped && ending.status().equals(OptionalInt.of(status))) {
      return Verdict.holds();
    }
    List<String> detail =
        shown.result().stderr().lastLine().map(line -> "stderr ends with: " + line).stream()
            .toList();
    return Verdict.fails(end(ending) + ", expected exit status " + status)
        .with(detail, spot(shown.execution(), ending));
  }

  /** How a program ended, with its exit status where it has one. */
  public static String end(Ending ending) {
    boolean known = ending.status().isPresent();
    return switch (ending.outcome()) {
      case COMPLETED, RAISED, EXITED, LEFT, CUT ->
          known
              ? "exit status " + ending.status().getAsInt() + because(ending)
              : "the program " + ProgramEnd.end(ending);
      case NOT_FOUND, TIMED_OUT, DIED -> "the program " + ProgramEnd.end(ending);
    };
  }

  private static String because(Ending ending) {
    return ending.outcome() == Ending.Outcome.RAISED ? " (" + ending.detail() + ")" : "";
  }

  /** Where the exception came from that ended it. */
  private static Optional<Place> spot(Execution execution, Ending ending) {
    if (ending.outcome() != Ending.Outcome.RAISED) {
      return Optional.empty();
    }
    OptionalInt left = Exceptions.firstLeft(execution);
    return left.isEmpty()
        ? Optional.empty()
        : Spots.ofException(execution, Exceptions.origin(execution, left.getAsInt()));
  }
}
