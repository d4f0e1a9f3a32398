package dev.leadline.expect;

import dev.leadline.filter.Glob;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** Lines that run. */
public final class Coverage implements EachByItself {

  private final Optional<Glob> file;
  private final double percent;

  public Coverage(Optional<Glob> file, double percent) {
    this.file = Objects.requireNonNull(file, "file");
    this.percent = percent;
  }

  @Override
  public String title() {
    return "coverage: "
        + file.map(one -> one + " ").orElse("")
        + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString()
        + "%";
  }

  @Override
  public Verdict judge(Shown shown) {
    return Verdict.unknown("not judged yet");
  }
}
