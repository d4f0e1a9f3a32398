package dev.leadline.stacks;

import dev.leadline.event.Code;
import dev.leadline.event.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a listener keeps for generators and coroutines, by process and number of their activation.
 * Numbers are used again, so that the tables stay as small as the number of those that are alive.
 */
final class Generators<T> {

  /** Activations beyond this are new each time they are resumed. */
  private static final int MOST = 1 << 20;

  private static final int FIRST_CAPACITY = 16;

  private static final class Table {
    private Object[] values = new Object[FIRST_CAPACITY];
    private Code[] codes = new Code[FIRST_CAPACITY];
  }

  private final Map<Integer, Table> tables = new HashMap<>();

  /** Whether a frame is of a generator that can be remembered. */
  static boolean takes(Frame frame) {
    return frame.activation() >= 0 && frame.activation() < MOST;
  }

  void put(Frame frame, T value) {
    int number = frame.activation();
    Table table = tables.computeIfAbsent(frame.thread().process(), key -> new Table());
    if (number >= table.values.length) {
      int length = Math.max(number + 1, 2 * table.values.length);
      table.values = Arrays.copyOf(table.values, length);
      table.codes = Arrays.copyOf(table.codes, length);
    }
    table.values[number] = value;
    table.codes[number] = frame.code();
  }

  /**
   * What is kept for a frame, or null; its number has another owner where a filter hid the call.
   */
  T find(Frame frame) {
    Table table = tables.get(frame.thread().process());
    int number = frame.activation();
    boolean known =
        table != null && number < table.codes.length && table.codes[number] == frame.code();
    return known ? value(table, number) : null;
  }

  /** Takes out what is kept for the number of a frame, whatever ran under it; or null. */
  T remove(Frame frame) {
    Table table = tables.get(frame.thread().process());
    int number = frame.activation();
    if (table == null || number >= table.values.length) {
      return null;
    }
    T value = value(table, number);
    table.values[number] = null;
    table.codes[number] = null;
    return value;
  }

  /** Takes out what is kept for a process. */
  List<T> remove(int process) {
    Table table = tables.remove(process);
    List<T> alive = new ArrayList<>();
    for (int i = 0; table != null && i < table.values.length; i++) {
      if (table.values[i] != null) {
        alive.add(value(table, i));
      }
    }
    return alive;
  }

  /** Takes out everything. */
  List<T> removeAll() {
    List<T> alive = new ArrayList<>();
    for (int process : List.copyOf(tables.keySet())) {
      alive.addAll(remove(process));
    }
    return alive;
  }

  @SuppressWarnings("unchecked")
  private T value(Table table, int number) {
    return (T) table.values[number];
  }
}
