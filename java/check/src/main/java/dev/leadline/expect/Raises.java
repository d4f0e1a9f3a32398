package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.Objects;
import java.util.Optional;

/** An exception is seen. */
public final class Raises implements EachByItself {

  private final Glob type;
  private final Optional<Glob> function;
  private final boolean uncaught;

  public Raises(Glob type, Optional<Glob> function, boolean uncaught) {
    this.type = Objects.requireNonNull(type, "type");
    this.function = Objects.requireNonNull(function, "function");
    this.uncaught = uncaught;
  }

  @Override
  public String title() {
    return "raises: "
        + type
        + function.map(one -> " in " + one).orElse("")
        + (uncaught ? ", uncaught" : "");
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
