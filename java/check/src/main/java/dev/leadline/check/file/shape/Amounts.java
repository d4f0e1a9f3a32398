package dev.leadline.check.file.shape;

import dev.leadline.json.JsonObject;
import dev.leadline.run.DurationText;
import java.math.BigDecimal;
import java.time.Duration;

/** Numbers and what is measured in them. */
public final class Amounts {

  /** A number above nothing. */
  public static final Shape<Double> RATIO =
      ScalarShape.NUMBER
          .to(Amounts::ratio)
          .as("a number above 0", schema -> schema.number("exclusiveMinimum", 0));

  /** {@code 80} or {@code 80%}: 80.0. */
  public static final Shape<Double> PERCENT =
      ScalarShape.NUMBER
          .to(Amounts::percent)
          .as("a number from 0 to 100", s -> s.number("minimum", 0).number("maximum", 100))
          .or(
              ScalarShape.STRING
                  .to(Amounts::percent)
                  .as(
                      "a text such as 80%",
                      s -> s.text("pattern", "^(\\d{1,2}(\\.\\d+)?|100(\\.0+)?)%$")));

  /** {@code 30s}, {@code 2m}; seconds without a unit. */
  public static final Shape<Duration> DURATION =
      ScalarShape.NUMBER
          .to(text -> DurationText.parse(number(text).toPlainString()))
          .as("a number of seconds", schema -> schema.number("exclusiveMinimum", 0))
          .or(
              ScalarShape.STRING
                  .to(DurationText::parse)
                  .as(
                      "a duration such as 30s, 2m or 500ms",
                      schema -> schema.text("pattern", "^" + DurationText.FORM + "$")));

  private Amounts() {}

  /** A whole number in these limits, both included. */
  public static Shape<Long> whole(long least, long most) {
    String wants = "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
    return ScalarShape.NUMBER
        .to(text -> whole(text, least, most, wants))
        .as(wants, schema -> limits(new JsonObject().text("type", "integer"), least, most));
  }

  /** A whole number that is not negative. */
  public static Shape<Integer> count() {
    return whole(0, Integer.MAX_VALUE).to(Long::intValue);
  }

  private static JsonObject limits(JsonObject schema, long least, long most) {
    schema.number("minimum", least);
    return most == Long.MAX_VALUE ? schema : schema.number("maximum", most);
  }

  private static long whole(String text, long least, long most, String wants) {
    BigDecimal number = number(text);
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    if (!isWhole
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException("wants " + wants + ", not " + text);
    }
    return number.longValue();
  }

  private static double ratio(String text) {
    double ratio = number(text).doubleValue();
    if (ratio <= 0 || Double.isInfinite(ratio)) {
      throw new IllegalArgumentException("wants a number above 0, not " + text);
    }
    return ratio;
  }

  private static double percent(String text) {
    double percent =
        number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text).doubleValue();
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("wants a number from 0 to 100, not " + text);
    }
    return percent;
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal number", e);
    }
  }
}
