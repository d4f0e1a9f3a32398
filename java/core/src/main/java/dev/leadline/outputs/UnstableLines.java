package dev.leadline.outputs;

import java.util.BitSet;
import java.util.List;

/** Which lines of an output are others in a second run of the same interpreter. */
final class UnstableLines {

  /** Lines of which it is known: two megabytes of bits. Those behind count as stable. */
  private static final long MOST = 8 << 20;

  static final UnstableLines NONE = new UnstableLines();

  private final BitSet lines = new BitSet();

  /** Lines before which the second run has some more. */
  private final BitSet gaps = new BitSet();

  void add(long number, List<MaskedLine> changed) {
    if (changed.isEmpty()) {
      set(gaps, number);
    }
    changed.forEach(line -> set(lines, line.number()));
  }

  /** Whether all these lines are unstable; where there are none, whether some may be there. */
  boolean holds(long number, List<MaskedLine> all) {
    return all.isEmpty()
        ? has(gaps, number)
        : all.stream().allMatch(line -> has(lines, line.number()));
  }

  private static void set(BitSet bits, long number) {
    if (number < MOST) {
      bits.set((int) number);
    }
  }

  private static boolean has(BitSet bits, long number) {
    return number < MOST && bits.get((int) number);
  }
}
