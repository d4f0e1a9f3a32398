package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.Objects;

/** So many calls. */
public final class Calls implements EachByItself {

  private final Glob function;
  private final Bound bound;

  public Calls(Glob function, Bound bound) {
    this.function = Objects.requireNonNull(function, "function");
    this.bound = Objects.requireNonNull(bound, "bound");
  }

  @Override
  public String title() {
    return "calls: " + function + " " + bound;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
