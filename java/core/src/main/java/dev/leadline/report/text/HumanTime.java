package dev.leadline.report.text;

import java.util.Locale;
import java.util.OptionalLong;

/** Durations for people: three digits and a unit. */
public final class HumanTime {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};
  private static final int STEP = 1000;

  private HumanTime() {}

  /** A duration in nanoseconds; {@code -} where it was not taken. */
  public static String of(OptionalLong ns) {
    return ns.isPresent() ? of(ns.getAsLong()) : "-";
  }

  public static String of(long ns) {
    double value = ns;
    int unit = 0;
    while (Math.round(value) >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    int decimals = unit == 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
  }
}
