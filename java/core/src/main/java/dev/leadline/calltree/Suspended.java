package dev.leadline.calltree;

import dev.leadline.event.Code;
import dev.leadline.event.Frame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What generators and coroutines count for, by the number of their activation: they go on counting
 * for it wherever they are resumed. Numbers are used again, so that the tables stay as small as the
 * crowd of those that are alive.
 */
final class Suspended {

  /** Activations beyond this count where they are resumed. */
  private static final int MOST = 1 << 20;

  private static final class Table {
    private Tally[] tallies = new Tally[16];
    private Code[] codes = new Code[16];
  }

  private final Map<Integer, Table> tables = new HashMap<>();

  void put(Frame frame, Tally tally) {
    int number = frame.activation();
    if (number < 0 || number >= MOST) {
      return;
    }
    Table table = tables.computeIfAbsent(frame.thread().process(), key -> new Table());
    if (number >= table.tallies.length) {
      int length = Math.max(number + 1, 2 * table.tallies.length);
      table.tallies = Arrays.copyOf(table.tallies, length);
      table.codes = Arrays.copyOf(table.codes, length);
    }
    table.tallies[number] = tally;
    table.codes[number] = frame.code();
  }

  /** What the activation counted for, unless a filter hid that its number has a new owner. */
  Optional<Tally> find(Frame frame) {
    Table table = tables.get(frame.thread().process());
    int number = frame.activation();
    boolean known =
        table != null
            && number >= 0
            && number < table.codes.length
            && table.codes[number] == frame.code();
    return known ? Optional.of(table.tallies[number]) : Optional.empty();
  }

  /** The process is gone, and its generators with it. */
  void forget(int process) {
    tables.remove(process);
  }
}
