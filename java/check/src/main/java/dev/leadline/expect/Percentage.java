package dev.leadline.expect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many of so many, of 100, in the digits that coverage.py shows. */
record Percentage(long some, long all) {

  private static final double WHOLE = 100;

  /** What has no parts is whole. */
  double exact() {
    return all == 0 ? WHOLE : WHOLE * some / all;
  }

  /** With so many decimals; 0 and 100 are shown of nothing and of all only. */
  String shown(int decimals) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal most = BigDecimal.valueOf(WHOLE).subtract(least);
    BigDecimal shown = rounded(decimals);
    if (some > 0 && some < all) {
      shown = shown.max(least).min(most);
    }
    return shown.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
  }

  /**
   * Whether it is as much as was asked for when it is rounded to that number's decimals. All of it
   * is not reached by rounding.
   */
  boolean reaches(BigDecimal asked) {
    return asked.compareTo(BigDecimal.valueOf(WHOLE)) == 0
        ? some == all
        : rounded(decimals(asked)).compareTo(asked) >= 0;
  }

  /** As Python's {@code round()} does: the exact value of the double, a tie to the even digit. */
  private BigDecimal rounded(int decimals) {
    return new BigDecimal(exact()).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  static int decimals(BigDecimal asked) {
    return Math.max(0, asked.stripTrailingZeros().scale());
  }
}
