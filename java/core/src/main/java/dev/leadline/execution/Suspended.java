package dev.leadline.execution;

import dev.leadline.event.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generators and coroutines by the number that they have while they are alive. */
final class Suspended {

  /** Beyond it, one that goes on is a new activation. */
  private static final int MOST = 1 << 20;

  private final Map<Integer, OpenActivation[]> tables = new HashMap<>();

  /** Remembers one; what had its number before, which is gone. */
  Optional<OpenActivation> put(Frame frame, OpenActivation open) {
    OpenActivation[] table =
        tables.computeIfAbsent(frame.thread().process(), key -> new OpenActivation[16]);
    int number = frame.activation();
    if (number >= table.length) {
      table = Arrays.copyOf(table, Math.max(number + 1, 2 * table.length));
      tables.put(frame.thread().process(), table);
    }
    Optional<OpenActivation> before = Optional.ofNullable(table[number]);
    table[number] = open;
    return before;
  }

  /** Whether it is one that can be remembered. */
  static boolean takes(Frame frame) {
    return frame.activation() >= 0 && frame.activation() < MOST;
  }

  /** The one with the frame's number, unless it runs another function. */
  Optional<OpenActivation> find(Frame frame, int function) {
    OpenActivation[] table = tables.get(frame.thread().process());
    int number = frame.activation();
    boolean known = table != null && number >= 0 && number < table.length && table[number] != null;
    return known && table[number].function == function
        ? Optional.of(table[number])
        : Optional.empty();
  }

  /** Forgets those of a process; they are what it returns. */
  List<OpenActivation> take(int process) {
    OpenActivation[] table = tables.remove(process);
    List<OpenActivation> alive = new ArrayList<>();
    for (int i = 0; table != null && i < table.length; i++) {
      if (table[i] != null) {
        alive.add(table[i]);
      }
    }
    return alive;
  }
}
