package dev.leadline.compare;

import dev.leadline.execution.FunctionKey;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The differences that were found, in a bounded number of groups. */
final class DifferenceGroups {

  private static final int MOST = 2_000;

  /** What the differences of one group have in common. */
  record Key(String cause, DifferenceKind kind, FunctionKey function) {}

  private static final class Tally {
    private Cause cause;
    private Difference first;
    private long count;

    Tally(Cause cause, Difference first) {
      this.cause = cause;
      this.first = first;
    }
  }

  /** As they came in the execution; of what ends together, the innermost first. */
  static final Comparator<DifferenceGroup> IN_EXECUTION =
      Comparator.comparingLong((DifferenceGroup group) -> group.first().position())
          .thenComparingInt(group -> -group.first().either().activation().depth())
          .thenComparing(DifferenceGroup::kind);

  private static final Comparator<DifferenceGroup> BY_CATEGORY =
      Comparator.comparing((DifferenceGroup group) -> group.cause().category())
          .thenComparing(IN_EXECUTION);

  private final CauseFinder finder;
  private final Sides sides;
  private final Map<Key, Tally> tallies = new HashMap<>();
  private final Map<Cause.Category, Long> beyond = new EnumMap<>(Cause.Category.class);

  DifferenceGroups(CauseFinder finder, Sides sides) {
    this.finder = finder;
    this.sides = sides;
  }

  /** Counts a difference for the group that it belongs to. */
  Key add(Difference difference) {
    Cause cause = finder.causeOf(difference, sides);
    Key key = new Key(cause.id(), difference.kind(), difference.function());
    Tally tally = tallies.get(key);
    if (tally == null) {
      if (tallies.size() == MOST) {
        beyond.merge(cause.category(), 1L, Long::sum);
        return key;
      }
      tally = new Tally(cause, difference);
      tallies.put(key, tally);
    } else if (difference.position() < tally.first.position()) {
      // the reason names lines: those of the one that is shown
      tally.first = difference;
      tally.cause = cause;
    }
    tally.count++;
    return key;
  }

  /** Counts that many more of a group. */
  void count(Key key, long more) {
    Tally tally = tallies.get(key);
    if (tally != null) {
      tally.count += more;
    }
  }

  List<DifferenceGroup> groups() {
    return tallies.entrySet().stream()
        .map(
            entry -> {
              Tally tally = entry.getValue();
              Key key = entry.getKey();
              return new DifferenceGroup(
                  tally.cause, key.kind(), key.function(), tally.count, tally.first);
            })
        .sorted(BY_CATEGORY)
        .toList();
  }

  Map<Cause.Category, Long> beyond() {
    return beyond;
  }
}
