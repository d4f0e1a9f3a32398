package dev.leadline.compare;

import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.execution.Definition.FunctionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The differences that were found, in a bounded number of groups. */
final class DifferenceGroups {

  private static final int MOST = 2_000;

  /** Beyond that many groups what follows from a group is not reported. */
  private static final int CONSEQUENCES = 100;

  private static final Set<Cause.Category> FOLLOWING =
      EnumSet.of(Cause.Category.PROGRAM, Cause.Category.UNEXPLAINED);

  /**
   * What the differences of one group have in common.
   *
   * @param origin the group that they follow from, which follows from none
   */
  record Key(String cause, DifferenceKind kind, FunctionKey function, Optional<Key> origin) {

    /** The group at the beginning: this one or its origin. */
    Key root() {
      return origin.orElse(this);
    }
  }

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

  /** As reports have them. */
  static final Comparator<DifferenceGroup> BY_CATEGORY =
      Comparator.comparing((DifferenceGroup group) -> group.cause().category())
          .thenComparing(IN_EXECUTION);

  private final CauseFinder finder;
  private final Sides sides;
  private final Map<Key, Tally> tallies = new LinkedHashMap<>();
  private final Map<Cause.Category, Long> beyond = new EnumMap<>(Cause.Category.class);

  DifferenceGroups(CauseFinder finder, Sides sides) {
    this.finder = finder;
    this.sides = sides;
  }

  /** Counts a difference that follows from no other for the group that it belongs to. */
  Key add(Difference difference) {
    return add(difference, Optional.empty());
  }

  /**
   * Counts a difference for the group that it belongs to.
   *
   * @param origin what it follows from, where it is no doing of the interpreters
   */
  Key add(Difference difference, Optional<Key> origin) {
    Cause cause = finder.causeOf(difference, sides);
    Optional<Key> root = origin.map(Key::root).filter(from -> FOLLOWING.contains(cause.category()));
    Key key = new Key(cause.id(), difference.kind(), difference.function(), root);
    Tally tally = tallies.get(key);
    if (tally == null) {
      if (tallies.size() == MOST) {
        if (root.isEmpty()) {
          beyond.merge(cause.category(), 1L, Long::sum);
        }
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

  /** Whether a difference that was added is the program's own doing. */
  boolean isOfProgram(Key key) {
    Tally tally = tallies.get(key);
    return tally != null && tally.cause.category() == Cause.Category.PROGRAM;
  }

  List<DifferenceGroup> groups() {
    Map<Key, List<DifferenceGroup>> consequences = new HashMap<>();
    tallies.forEach(
        (key, tally) ->
            key.origin()
                .ifPresent(
                    origin ->
                        consequences
                            .computeIfAbsent(origin, missing -> new ArrayList<>())
                            .add(group(key, tally, List.of()))));
    return tallies.entrySet().stream()
        .filter(entry -> entry.getKey().origin().isEmpty())
        .map(
            entry -> {
              List<DifferenceGroup> following =
                  consequences.getOrDefault(entry.getKey(), List.of()).stream()
                      .sorted(IN_EXECUTION)
                      .limit(CONSEQUENCES)
                      .toList();
              return group(entry.getKey(), entry.getValue(), following);
            })
        .sorted(BY_CATEGORY)
        .toList();
  }

  private static DifferenceGroup group(Key key, Tally tally, List<DifferenceGroup> consequences) {
    return new DifferenceGroup(
        tally.cause, key.kind(), key.function(), tally.count, tally.first, consequences);
  }

  Map<Cause.Category, Long> beyond() {
    return beyond;
  }

  /** What pairs of subtrees differed in, by their hashes; those that were asked for lately. */
  static final class KnownPairs {

    private static final int MOST = 10_000;

    private record Pair(long left, long right) {}

    private final Map<Pair, Map<DifferenceGroups.Key, Long>> known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(
              Map.Entry<Pair, Map<DifferenceGroups.Key, Long>> eldest) {
            return size() > MOST;
          }
        };

    Optional<Map<DifferenceGroups.Key, Long>> find(long left, long right) {
      return Optional.ofNullable(known.get(new Pair(left, right)));
    }

    void put(long left, long right, Map<DifferenceGroups.Key, Long> counts) {
      known.put(new Pair(left, right), Map.copyOf(counts));
    }
  }
}
