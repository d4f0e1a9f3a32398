package dev.leadline.compare;

import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.execution.Definition.FunctionKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What came of laying two executions side by side.
 *
 * @param sides the two executions as wholes
 * @param first the difference that came first in the execution, whatever its cause
 * @param groups all differences: the program's first, then the unexplained, then the catalogue's;
 *     within a category as they came in the execution
 * @param beyond differences in groups that found no place, by category
 * @param times what each function took on both sides; empty where a trace has no times
 * @param cautions what a reader should know before believing it, a sentence each
 * @param allowance which differences make nothing fail
 */
public record Comparison(
    Sides sides,
    Optional<DifferenceGroup> first,
    List<DifferenceGroup> groups,
    Map<Cause.Category, Long> beyond,
    Optional<TimeComparison> times,
    List<String> cautions,
    Allowance allowance) {

  public Comparison {
    Objects.requireNonNull(sides, "sides");
    Objects.requireNonNull(first, "first");
    groups = List.copyOf(groups);
    beyond = Map.copyOf(beyond);
    Objects.requireNonNull(times, "times");
    cautions = List.copyOf(cautions);
    Objects.requireNonNull(allowance, "allowance");
  }

  /** The same, of which some differences are allowed. */
  public Comparison allowing(Allowance some) {
    return new Comparison(sides, first, groups, beyond, times, cautions, some);
  }

  /** The same with what is not repeatable marked: on the left, and on the right. */
  public Comparison withUnstableMarked(UnstableDifferences ofLeft, UnstableDifferences ofRight) {
    List<DifferenceGroup> apart =
        groups.stream()
            .map(group -> UnstableDifferences.withUnstableMarked(group, List.of(ofLeft, ofRight)))
            .sorted(DifferenceGroups.BY_CATEGORY)
            .toList();
    Optional<DifferenceGroup> earliest = apart.stream().min(DifferenceGroups.IN_EXECUTION);
    return new Comparison(sides, earliest, apart, beyond, times, cautions, allowance);
  }

  /** Whether both did the same, as far as they were recorded. */
  public boolean equal() {
    return groups.isEmpty();
  }

  /** The groups of one category. */
  public List<DifferenceGroup> groups(Cause.Category category) {
    return groups.stream().filter(group -> group.cause().category() == category).toList();
  }

  /** The groups of what the interpreters do otherwise while the program does the same. */
  public List<DifferenceGroup> groupsOfInterpreters() {
    return groups.stream().filter(group -> group.cause().category().isOfInterpreters()).toList();
  }

  /** How many of those differences there are. */
  public long countOfInterpreters() {
    return Cause.Category.OF_INTERPRETERS.stream().mapToLong(this::count).sum();
  }

  /** How many differences of one category there are. */
  public long count(Cause.Category category) {
    long grouped = groups(category).stream().mapToLong(DifferenceGroup::count).sum();
    return grouped + beyond.getOrDefault(category, 0L);
  }

  /** How many differences of one category there are that are not allowed. */
  public long failing(Cause.Category category) {
    long allowed =
        groups(category).stream().filter(allowance::allows).mapToLong(DifferenceGroup::count).sum();
    return count(category) - allowed;
  }

  /**
   * Differences that are expected: they are shown, and make nothing fail.
   *
   * @param functions those in which differences are allowed, whatever their cause
   * @param causes ids of causes whose differences are allowed, wherever they are
   */
  public record Allowance(Predicate<FunctionKey> functions, Set<String> causes) {

    /** Nothing is allowed by its function or cause. */
    public static final Allowance NONE = new Allowance(function -> false, Set.of());

    public Allowance {
      Objects.requireNonNull(functions, "functions");
      causes = Set.copyOf(causes);
    }

    /** Whether the differences of a group are allowed. */
    public boolean allows(DifferenceGroup group) {
      return functions.test(group.function()) || allows(group.cause().id());
    }

    /** Whether a cause is; one that is made of several, {@code pep-626+pep-709}, if all are. */
    public boolean allows(String cause) {
      return causes.contains(cause)
          || cause.indexOf('+') >= 0 && causes.containsAll(Set.of(cause.split("\\+")));
    }
  }
}
