package dev.leadline.execution;

/**
 * The lines that an activation reported, in their order; that of an exception is negative. Lines of
 * frames that are folded into it are left out: they are a part of the statement that made the
 * frame. To be read while its {@link Execution} is open.
 */
public interface LineSequence {

  /** How many there are. */
  long size();

  /**
   * The line at an index, negative where it is an exception's; reading near the last index is fast.
   */
  int line(long index);

  /** A sequence of these lines. */
  static LineSequence of(int... lines) {
    int[] copy = lines.clone();
    return new LineSequence() {
      @Override
      public long size() {
        return copy.length;
      }

      @Override
      public int line(long index) {
        return copy[(int) index];
      }
    };
  }
}
