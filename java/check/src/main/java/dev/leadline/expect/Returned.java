package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.Locale;
import java.util.Objects;

/** What a function returns. */
public final class Returned implements EachByItself {

  private final Glob function;
  private final Glob value;
  private final Quantifier quantifier;

  public Returned(Glob function, Glob value, Quantifier quantifier) {
    this.function = Objects.requireNonNull(function, "function");
    this.value = Objects.requireNonNull(value, "value");
    this.quantifier = Objects.requireNonNull(quantifier, "quantifier");
  }

  @Override
  public String title() {
    return function + " " + quantifier.name().toLowerCase(Locale.ROOT) + " returns " + value;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
