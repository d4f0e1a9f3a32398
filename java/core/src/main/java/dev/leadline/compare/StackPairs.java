package dev.leadline.compare;

import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which stack of one execution is which of the other. Numbers, names with numbers in them and the
 * order of first sight depend on how threads are scheduled: what a stack does says more.
 */
final class StackPairs {

  /**
   * A stack on each side, or on one alone.
   *
   * @param left the stack on the left, if there is one
   * @param right the stack on the right, if there is one
   */
  record Pair(Optional<TracedStack> left, Optional<TracedStack> right) {}

  private static final List<BiFunction<Execution, TracedStack, Object>> RULES =
      List.of(
          (execution, stack) -> List.of(place(stack), kindOfName(stack), doing(execution, stack)),
          (execution, stack) -> List.of(place(stack), doing(execution, stack)),
          (execution, stack) -> List.of(place(stack), kindOfName(stack), entry(execution, stack)),
          (execution, stack) -> List.of(place(stack), entry(execution, stack)));

  private final Execution left;
  private final Execution right;
  private final Set<TracedStack> lefts;
  private final Set<TracedStack> rights;
  private final List<Pair> pairs = new ArrayList<>();

  StackPairs(Execution left, Execution right) {
    this.left = left;
    this.right = right;
    this.lefts = withCalls(left);
    this.rights = withCalls(right);
    RULES.forEach(this::pair);
    lefts.forEach(stack -> pairs.add(new Pair(Optional.of(stack), Optional.empty())));
    rights.forEach(stack -> pairs.add(new Pair(Optional.empty(), Optional.of(stack))));
  }

  List<Pair> pairs() {
    return pairs;
  }

  private void pair(BiFunction<Execution, TracedStack, Object> rule) {
    Map<Object, Deque<TracedStack>> others = new HashMap<>();
    for (TracedStack stack : rights) {
      others.computeIfAbsent(rule.apply(right, stack), key -> new ArrayDeque<>()).add(stack);
    }
    for (TracedStack stack : List.copyOf(lefts)) {
      Deque<TracedStack> same = others.get(rule.apply(left, stack));
      if (same != null && !same.isEmpty()) {
        TracedStack other = same.remove();
        lefts.remove(stack);
        rights.remove(other);
        pairs.add(new Pair(Optional.of(stack), Optional.of(other)));
      }
    }
  }

  private static Set<TracedStack> withCalls(Execution execution) {
    Set<TracedStack> stacks = new LinkedHashSet<>();
    for (TracedStack stack : execution.stacks()) {
      if (execution.firstRoot(stack) != Execution.NONE) {
        stacks.add(stack);
      }
    }
    return stacks;
  }

  /**
   * The program's main stack, that of another process, or any other thread or greenlet of either.
   */
  private static String place(TracedStack stack) {
    return (stack.process().number() == 0 ? "program" : "other process")
        + (stack.thread() == 0 ? " main" : stack.greenlet() ? " greenlet" : " thread");
  }

  /** The name without what counts: {@code Thread-3 (work)} of 3.10 is {@code Thread-3} of 3.9. */
  private static String kindOfName(TracedStack stack) {
    return stack.name().replaceFirst(" \\(.*\\)$", "").replaceAll("\\d+", "N");
  }

  private static Object entry(Execution execution, TracedStack stack) {
    return stack.process().number() == 0 && stack.thread() == 0
        ? "main"
        : execution.functionHash(execution.firstRoot(stack));
  }

  private static Object doing(Execution execution, TracedStack stack) {
    return execution.structureHash(execution.firstRoot(stack));
  }
}
