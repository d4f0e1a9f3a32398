package dev.leadline.compare;

/**
 * Where in an execution something is, by the numbers of the activations on the left: what has the
 * smaller position came first.
 */
final class Position {

  private static final long STEP = 8;

  private Position() {}

  /** The call of an activation. */
  static long call(int activation) {
    return STEP * activation;
  }

  /** The end of activations of which the next one called has this number. */
  static long end(int next) {
    return STEP * (next - 1) + 2;
  }

  /** A place in the lines of a caller, in front of the call of this activation. */
  static long parting(int next) {
    return STEP * next - 3;
  }

  /** In front of the call of this activation, behind the lines that led to it. */
  static long before(int next) {
    return STEP * next - 1;
  }

  /** What led to it. */
  static long justBefore(long position) {
    return position - 1;
  }
}
