package dev.leadline.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** One record of fixed size for each activation, in the order of the calls. */
final class ActivationTable implements Closeable {

  static final int NONE = -1;

  private static final int SIZE = 64;

  private static final int FUNCTION = 0;
  private static final int PARENT = 4;
  private static final int FIRST = 8;
  private static final int NEXT = 12;
  private static final int FACTS = 16;
  private static final int STRUCTURE = 24;
  private static final int FULL = 32;
  private static final int ACTIVATIONS = 40;
  private static final int LINENO = 44;
  private static final int CALLER_LINE = 48;
  private static final int DEPTH = 52;
  private static final int OUTCOME = 56;
  private static final int LINES_BEFORE = 60;

  private final SpillFile file;

  /** Nanoseconds of each, as far as any had some: untimed traces need none. */
  private final SpillFile times;

  private final int[] record = new int[SIZE / Integer.BYTES];

  private int count;
  private int timed;

  ActivationTable(Path directory) {
    this.file = SpillFile.in(directory);
    this.times = SpillFile.in(directory);
  }

  /**
   * Adds an activation without children, behind those that its caller has; its number.
   *
   * @param lineno where it was entered
   * @param callerLine where its caller was then, and {@code linesBefore} the hash of how it came
   *     there
   */
  int add(int function, int parent, int depth, int lineno, int callerLine, int linesBefore)
      throws IOException {
    if (count == Integer.MAX_VALUE) {
      throw new IOException("the trace has more than " + count + " calls; leave some out");
    }
    int number = count++;
    file.grow((long) count * SIZE);
    set(FUNCTION, function);
    set(PARENT, parent);
    set(FIRST, NONE);
    set(NEXT, NONE);
    set(ACTIVATIONS, 1);
    set(LINENO, lineno);
    set(CALLER_LINE, callerLine);
    set(DEPTH, depth);
    set(LINES_BEFORE, linesBefore);
    file.putInts((long) number * SIZE, record, record.length);
    return number;
  }

  /** Sets a field of the record that is written next; what is not set is 0. */
  private void set(int field, int value) {
    record[field / Integer.BYTES] = value;
  }

  /** Says what came of it; hashes are its own until those of what it called are added. */
  void ended(int number, int outcome, long facts, long structure, long full) {
    put(number, OUTCOME, outcome);
    file.putLong(at(number, FACTS), facts);
    file.putLong(at(number, STRUCTURE), structure);
    file.putLong(at(number, FULL), full);
  }

  void own(int number, long ns) throws IOException {
    if (number >= timed) {
      timed = number + 1;
      times.grow((long) timed * Long.BYTES);
    }
    times.putLong((long) number * Long.BYTES, ns);
  }

  long own(int number) {
    return number < timed ? times.getLong((long) number * Long.BYTES) : 0;
  }

  void first(int number, int child) {
    put(number, FIRST, child);
  }

  void next(int number, int sibling) {
    put(number, NEXT, sibling);
  }

  /**
   * Adds up sizes and hashes from the last activation to the first: callees have higher numbers
   * than their callers, so that each is complete when its turn comes.
   */
  void sumUp() {
    for (int number = count - 1; number >= 0; number--) {
      int parent = parent(number);
      if (parent != NONE) {
        put(parent, ACTIVATIONS, size(parent) + size(number));
        file.putLong(at(parent, STRUCTURE), Hash.then(structure(parent), structure(number)));
        file.putLong(at(parent, FULL), Hash.then(full(parent), full(number)));
      }
    }
  }

  int count() {
    return count;
  }

  int function(int number) {
    return get(number, FUNCTION);
  }

  int parent(int number) {
    return get(number, PARENT);
  }

  int first(int number) {
    return get(number, FIRST);
  }

  int next(int number) {
    return get(number, NEXT);
  }

  int size(int number) {
    return get(number, ACTIVATIONS);
  }

  int lineno(int number) {
    return get(number, LINENO);
  }

  int callerLine(int number) {
    return get(number, CALLER_LINE);
  }

  int depth(int number) {
    return get(number, DEPTH);
  }

  int outcome(int number) {
    return get(number, OUTCOME);
  }

  int linesBefore(int number) {
    return get(number, LINES_BEFORE);
  }

  long facts(int number) {
    return file.getLong(at(number, FACTS));
  }

  long structure(int number) {
    return file.getLong(at(number, STRUCTURE));
  }

  long full(int number) {
    return file.getLong(at(number, FULL));
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      times.close();
    }
  }

  private int get(int number, int field) {
    return file.getInt(at(number, field));
  }

  private void put(int number, int field, int value) {
    file.putInt(at(number, field), value);
  }

  private static long at(int number, int field) {
    return (long) number * SIZE + field;
  }
}
