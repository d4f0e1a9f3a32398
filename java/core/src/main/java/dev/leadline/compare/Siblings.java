package dev.leadline.compare;

import dev.leadline.execution.Execution;

/** Activations of one caller, or events, in their order, with a bounded look ahead. */
final class Siblings {

  /** How far one can look ahead. */
  static final int WINDOW = 512;

  private final Sequence sequence;
  private int[] ahead = new int[1];
  private int from;
  private int size;
  private int unread;

  /** Begins with this activation; {@link Execution#NONE} for none at all. */
  Siblings(Sequence sequence, int first) {
    this.sequence = sequence;
    this.unread = first;
  }

  /** The one at an index, or {@link Execution#NONE}. */
  int get(int index) {
    while (size <= index && unread != Execution.NONE) {
      if (size == ahead.length) {
        grow();
      }
      ahead[from + size & ahead.length - 1] = unread;
      size++;
      unread = sequence.next(unread);
    }
    return index < size ? ahead[from + index & ahead.length - 1] : Execution.NONE;
  }

  boolean has(int index) {
    return get(index) != Execution.NONE;
  }

  /** How many there are, that many at most. */
  int count(int most) {
    get(most - 1);
    return Math.min(size, most);
  }

  long structure(int index) {
    return sequence.structure(get(index));
  }

  long full(int index) {
    return sequence.full(get(index));
  }

  long function(int index) {
    return sequence.function(get(index));
  }

  /** Goes on after a number of them, all of which were looked at. */
  void skip(int count) {
    from = from + count & ahead.length - 1;
    size -= count;
  }

  private void grow() {
    int[] larger = new int[2 * ahead.length];
    for (int i = 0; i < size; i++) {
      larger[i] = ahead[from + i & ahead.length - 1];
    }
    ahead = larger;
    from = 0;
  }
}
