package dev.leadline.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code 30s}, {@code 2m}, {@code 1h}, {@code 500ms}, {@code 1.5s}; seconds without a unit.
 */
public final class DurationText {

  /** What a duration looks like, as a regular expression that JavaScript reads as well. */
  public static final String FORM = "(?=.*[1-9])(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)?";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private DurationText() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence for the user, if it is not a duration
   */
  public static Duration parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration above zero; write it as 30s, 2m, 1h or 500ms");
    }
    ChronoUnit unit = UNITS.get(matcher.group(2) == null ? "s" : matcher.group(2));
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.getDuration().toNanos()));
    if (nanos.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + text + "' is longer than this machine can count");
    }
    return Duration.ofNanos(nanos.longValue());
  }
}
