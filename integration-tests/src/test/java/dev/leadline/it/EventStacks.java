package dev.leadline.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of a run, parted by the stack (a thread of a process) that they happened on. */
final class EventStacks {

  private final Map<String, List<OracleEvent>> byStack = new LinkedHashMap<>();

  private EventStacks() {}

  /** What the raw recorder wrote. */
  static EventStacks recorded(Path file) {
    return parted(OracleEvent.recorded(file));
  }

  /** What {@code --format ndjson} wrote. */
  static EventStacks traced(Path file) {
    return parted(OracleEvent.traced(file));
  }

  private static EventStacks parted(List<OracleEvent> events) {
    EventStacks stacks = new EventStacks();
    for (OracleEvent one : events) {
      stacks
          .byStack
          .computeIfAbsent(one.process() + ":" + one.thread(), key -> new ArrayList<>())
          .add(one.onAnyStack());
    }
    return stacks;
  }

  /** Stacks that were put together otherwise. */
  static EventStacks of(List<List<OracleEvent>> stacks) {
    EventStacks all = new EventStacks();
    for (List<OracleEvent> events : stacks) {
      all.byStack.put(Integer.toString(all.byStack.size()), events);
    }
    return all;
  }

  /** The events of each stack, in the order of their first ones. */
  List<List<OracleEvent>> all() {
    return byStack.values().stream().map(List::copyOf).toList();
  }

  /** The events of the stack that the first of all happened on: the main thread's. */
  List<OracleEvent> ofFirst() {
    return byStack.isEmpty() ? List.of() : byStack.values().iterator().next();
  }

  /**
   * How another run differs, or empty. Stacks have no names that are equal in two runs, so each
   * must have one of equal events in the other; of those that have none, the first that begin alike
   * are shown.
   */
  String difference(EventStacks actual) {
    List<List<OracleEvent>> missing = new ArrayList<>(byStack.values());
    List<List<OracleEvent>> left = new ArrayList<>();
    for (List<OracleEvent> events : actual.byStack.values()) {
      if (!missing.remove(events)) {
        left.add(events);
      }
    }
    if (missing.isEmpty() && left.isEmpty()) {
      return "";
    }
    String heading =
        counts("CPython reported", byStack) + counts(", the trace has", actual.byStack);
    List<OracleEvent> expected = missing.isEmpty() ? List.of() : missing.get(0);
    List<OracleEvent> nearest =
        left.stream()
            .filter(events -> beginAlike(events, expected))
            .findFirst()
            .orElse(first(left));
    return heading + "\n" + EventDifference.text(expected, nearest);
  }

  private static boolean beginAlike(List<OracleEvent> one, List<OracleEvent> other) {
    return !other.isEmpty() && one.get(0).equals(other.get(0));
  }

  private static List<OracleEvent> first(List<List<OracleEvent>> stacks) {
    return stacks.isEmpty() ? List.of() : stacks.get(0);
  }

  private static String counts(String says, Map<String, List<OracleEvent>> stacks) {
    Collection<Integer> counts = stacks.values().stream().map(List::size).toList();
    return says + " stacks of " + counts + " events";
  }
}
