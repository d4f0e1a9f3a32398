package dev.leadline.check.expect;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * How often something may be.
 *
 * @param atLeast the least; empty where anything down to nothing will do
 * @param atMost the most; empty where there is no limit
 */
public record Bound(OptionalLong atLeast, OptionalLong atMost) {

  public Bound {
    Objects.requireNonNull(atLeast, "atLeast");
    Objects.requireNonNull(atMost, "atMost");
    if (atLeast.isEmpty() && atMost.isEmpty()) {
      throw new IllegalArgumentException("a bound says at least or at most how often");
    }
    if (atLeast.orElse(0) < 0 || atMost.orElse(0) < 0) {
      throw new IllegalArgumentException("a bound is not negative: " + text(atLeast, atMost));
    }
    if (atLeast.orElse(0) > atMost.orElse(Long.MAX_VALUE)) {
      throw new IllegalArgumentException("nothing is " + text(atLeast, atMost));
    }
  }

  public static Bound exactly(long times) {
    return new Bound(OptionalLong.of(times), OptionalLong.of(times));
  }

  public static Bound atLeast(long times) {
    return new Bound(OptionalLong.of(times), OptionalLong.empty());
  }

  public static Bound atMost(long times) {
    return new Bound(OptionalLong.empty(), OptionalLong.of(times));
  }

  /** Whether a number is within. */
  public boolean holds(long times) {
    return times >= atLeast.orElse(0) && !isExceededBy(times);
  }

  /** Whether a number is more than the most. */
  public boolean isExceededBy(long times) {
    return times > atMost.orElse(Long.MAX_VALUE);
  }

  /** {@code exactly 3}, {@code at least 1 and at most 5}. */
  @Override
  public String toString() {
    return text(atLeast, atMost);
  }

  private static String text(OptionalLong least, OptionalLong most) {
    if (least.equals(most)) {
      return "exactly " + least.getAsLong();
    }
    if (most.isEmpty()) {
      return "at least " + least.getAsLong();
    }
    String upTo = "at most " + most.getAsLong();
    return least.isEmpty() ? upTo : "at least " + least.getAsLong() + " and " + upTo;
  }
}
