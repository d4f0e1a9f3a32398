package dev.leadline.compare;

import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.Difference.Position;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.execution.TracedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two executions.
 *
 * <pre>{@code
 * class Differences {
 *   static void print(Execution left, Execution right) {
 *     Comparer comparer = new Comparer((difference, sides) -> PlainCauses.PROGRAM);
 *     for (DifferenceGroup group : comparer.compare(left, right).groups()) {
 *       System.out.println(group.kind() + " in " + group.function().qualname());
 *     }
 *   }
 * }
 * }</pre>
 */
public final class Comparer {

  private final CauseFinder finder;

  /** One that asks for the cause of each difference. */
  public Comparer(CauseFinder finder) {
    this.finder = Objects.requireNonNull(finder, "finder");
  }

  /** All in which the two differ. Both stay open. */
  public Comparison compare(Execution left, Execution right) {
    Sides sides = new Sides(left.facts(), right.facts());
    DifferenceGroups groups = new DifferenceGroups(finder, sides);
    TreeAlignment trees = new TreeAlignment(left, right, groups);
    for (StackPairs.Pair pair : new StackPairs(left, right).pairs()) {
      if (pair.left().isPresent() && pair.right().isPresent()) {
        origins(left, right, pair).ifPresent(groups::add);
        trees.compare(pair.left().get(), pair.right().get());
      } else {
        groups.add(onOneSide(left, right, pair));
      }
    }
    List<DifferenceGroup> found = groups.groups();
    Optional<DifferenceGroup> first = found.stream().min(DifferenceGroups.IN_EXECUTION);
    return new Comparison(
        sides,
        first,
        found,
        groups.beyond(),
        TimeComparison.of(left, right),
        Cautions.of(sides),
        Allowance.NONE);
  }

  private static Difference onOneSide(Execution left, Execution right, StackPairs.Pair pair) {
    Optional<Occurrence> one = pair.left().map(stack -> root(left, stack));
    Optional<Occurrence> other = pair.right().map(stack -> root(right, stack));
    int number =
        pair.left().isPresent() ? left.firstRoot(pair.left().get()) : left.facts().activations();
    return new Difference(
        DifferenceKind.STACK,
        one,
        other,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Position.call(number));
  }

  /** A process that came to be in another way, reported once, at its main thread. */
  private static Optional<Difference> origins(
      Execution left, Execution right, StackPairs.Pair pair) {
    TracedStack one = pair.left().orElseThrow();
    TracedStack other = pair.right().orElseThrow();
    boolean same =
        one.process().header().origin() == other.process().header().origin() || one.thread() != 0;
    return same
        ? Optional.empty()
        : Optional.of(
            new Difference(
                DifferenceKind.PROCESS_ORIGIN,
                Optional.of(root(left, one)),
                Optional.of(root(right, other)),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Position.call(left.firstRoot(one))));
  }

  private static Occurrence root(Execution execution, TracedStack stack) {
    return TreeAlignment.of(execution, stack, execution.firstRoot(stack));
  }

  /** What makes a comparison less than it seems. */
  private static final class Cautions {

    private Cautions() {}

    static List<String> of(Sides sides) {
      List<String> cautions = new ArrayList<>();
      if (!sameChoice(sides.left().header().recording(), sides.right().header().recording())) {
        cautions.add("the two traces were recorded with different filters");
      }
      of("left", sides.left(), cautions);
      of("right", sides.right(), cautions);
      return cautions;
    }

    private static void of(String side, ExecutionFacts facts, List<String> cautions) {
      if (facts.ending().outcome() == Ending.Outcome.CUT) {
        cautions.add("the " + side + " trace stops in the middle");
      }
      if (facts.unplacedStacks() > 0) {
        cautions.add(
            "the %s trace has %d stacks beyond %d, which were left out"
                .formatted(side, facts.unplacedStacks(), facts.stacks()));
      }
      Set<EventKind> kinds = facts.header().recording().events();
      if (!kinds.contains(EventKind.LINE) || !kinds.contains(EventKind.EXCEPTION)) {
        cautions.add("the " + side + " trace was recorded without all of lines and exceptions");
      }
      for (Notice notice : facts.notices()) {
        cautions.add("the " + side + " trace: " + notice.text());
      }
    }

    /** Values and roots may differ: directories do, from one machine or commit to the other. */
    private static boolean sameChoice(Recording left, Recording right) {
      return comparable(left).equals(comparable(right));
    }

    private static Recording comparable(Recording recording) {
      return recording.toBuilder()
          .roots(List.of())
          .values(Set.of())
          .redact(List.of())
          .layers(false)
          .lineTimes(false)
          .build();
    }
  }
}
