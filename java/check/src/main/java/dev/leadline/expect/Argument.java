package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.Locale;
import java.util.Objects;

/** What a function is called with. */
public final class Argument implements EachByItself {

  private final Glob function;
  private final String name;
  private final Glob value;
  private final Quantifier quantifier;

  public Argument(Glob function, String name, Glob value, Quantifier quantifier) {
    this.function = Objects.requireNonNull(function, "function");
    this.name = Objects.requireNonNull(name, "name");
    this.value = Objects.requireNonNull(value, "value");
    this.quantifier = Objects.requireNonNull(quantifier, "quantifier");
  }

  @Override
  public String title() {
    return function
        + " "
        + quantifier.name().toLowerCase(Locale.ROOT)
        + " gets "
        + name
        + " "
        + value;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
