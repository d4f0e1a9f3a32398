package dev.leadline.expect;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.runs.RunRequest;
import java.util.Objects;
import java.util.function.Function;

/** Takes less time than another program. */
public final class FasterThan implements EachByItself {

  private final String other;
  private final Function<ChosenInterpreter, RunRequest> request;
  private final double ratio;
  private final int repetitions;
  private final double margin;

  public FasterThan(
      String other,
      Function<ChosenInterpreter, RunRequest> request,
      double ratio,
      int repetitions,
      double margin) {
    this.other = Objects.requireNonNull(other, "other");
    this.request = Objects.requireNonNull(request, "request");
    this.ratio = ratio;
    this.repetitions = repetitions;
    this.margin = margin;
  }

  @Override
  public String title() {
    return "faster than " + other;
  }

  @Override
  public boolean isJudgedAlone() {
    return true;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet" + request + ratio + repetitions + margin);
  }
}
