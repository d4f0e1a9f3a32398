package dev.leadline.check.expect.outcome;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.TreePiece;
import dev.leadline.check.expect.Verdict;
import dev.leadline.event.Ending;
import dev.leadline.execution.Execution;
import java.util.OptionalInt;

/**
 * No exception leaves a function that the run's filters keep, and none ends the program. One that
 * is caught where it was raised does not count; nor does a regular end: {@code StopIteration},
 * {@code StopAsyncIteration}, {@code GeneratorExit} and {@code SystemExit}.
 */
public final class RaisesNothing implements EachByItself {

  public RaisesNothing() {}

  @Override
  public String title() {
    return "raises: none";
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    OptionalInt left = Exceptions.firstLeft(execution);
    if (left.isPresent()) {
      int origin = Exceptions.origin(execution, left.getAsInt());
      String message =
          execution.outcome(origin).type()
              + " left "
              + execution.definition(origin).key().qualname()
              + ", expected none";
      return Verdict.fails(message)
          .with(TreePiece.around(execution, origin), Spots.ofException(execution, origin));
    }
    Ending ending = execution.facts().ending();
    return ending.outcome() == Ending.Outcome.RAISED
        ? Verdict.fails(ending.detail() + " ended the program, expected none")
        : Completeness.required(execution, Verdict.holds());
  }
}
