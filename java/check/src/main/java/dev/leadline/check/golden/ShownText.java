package dev.leadline.check.golden;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.golden.text.GoldenText;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of what one run showed.
 *
 * @param python the exact version
 * @param text empty where there is a fault
 * @param fault why there is nothing to hold against a golden trace
 */
record ShownText(
    String python, MinorVersion version, Optional<GoldenText> text, Optional<Verdict> fault) {

  public ShownText {
    Objects.requireNonNull(python, "python");
    Objects.requireNonNull(version, "version");
    if (text.isPresent() == fault.isPresent()) {
      throw new IllegalArgumentException("a text or a fault");
    }
  }

  static ShownText of(Shown shown) {
    Optional<Verdict> fault = incomplete(shown);
    Optional<GoldenText> text = Optional.empty();
    if (fault.isEmpty()) {
      try {
        text = Optional.of(GoldenText.of(shown.execution()));
      } catch (TooLongException e) {
        fault = Optional.of(Verdict.fails(e.getMessage()));
      }
    }
    return new ShownText(
        shown.interpreter().version().toString(),
        MinorVersion.of(shown.interpreter().version()),
        text,
        fault);
  }

  /** What was cut off somewhere differs from run to run. */
  private static Optional<Verdict> incomplete(Shown shown) {
    if (shown.result().failure().isPresent()) {
      return Optional.of(Verdict.unknown(shown.result().failure().get()));
    }
    return Completeness.missing(shown.execution()).map(Verdict::unknown);
  }
}
