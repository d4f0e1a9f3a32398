package dev.leadline.compare;

/** Says why two executions differ in a point. Asked once for each difference that is looked at. */
@FunctionalInterface
public interface CauseFinder {

  /** The cause; one of category {@code UNEXPLAINED} where it cannot tell. */
  Cause causeOf(Difference difference, Sides sides);
}
