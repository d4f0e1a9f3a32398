package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.util.Locale;
import java.util.Objects;

/** Something that does not happen. */
public final class Never implements EachByItself {

  /** What is not to happen. */
  public enum What {
    FUNCTION,
    FILE,
    MODULE,
    EXCEPTION
  }

  private final What what;
  private final Glob glob;

  public Never(What what, Glob glob) {
    this.what = Objects.requireNonNull(what, "what");
    this.glob = Objects.requireNonNull(glob, "glob");
  }

  @Override
  public String title() {
    return "never: " + what.name().toLowerCase(Locale.ROOT) + " " + glob;
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
