package dev.leadline.compare;

import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lays two executions side by side. */
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
        Position.call(number));
  }

  /** A process that came to be in another way, told once: where its main thread is. */
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
                Position.call(left.firstRoot(one))));
  }

  private static Occurrence root(Execution execution, TracedStack stack) {
    return TreeAlignment.of(execution, stack, execution.firstRoot(stack));
  }
}
