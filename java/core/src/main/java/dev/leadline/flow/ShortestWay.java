package dev.leadline.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * How many reports are missing at least between two reports that follow each other: a search in
 * which optional nodes cost nothing and all others one.
 */
final class ShortestWay {

  /** There is no way. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int NO_NODE = -1;

  private final ControlFlow flow;
  private final Predicate<FlowNode> optional;
  private final int[] costs;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final int from;
  private final boolean raised;
  private final int line;

  /**
   * One from a node to wherever a line may be reported next.
   *
   * @param raised whether an exception came up in the first node; in others none did
   * @param line the line, or {@link Walk#AT_END} for the end of the code
   */
  ShortestWay(ControlFlow flow, Predicate<FlowNode> optional, int from, boolean raised, int line) {
    this.flow = flow;
    this.costs = new int[flow.size()];
    this.optional = optional;
    this.from = from;
    this.raised = raised;
    this.line = line;
  }

  int withAll() {
    return without(NO_NODE);
  }

  /** The cost of the cheapest way that does not lead through a node. */
  int without(int excluded) {
    Arrays.fill(costs, NONE);
    costs[from] = 0;
    waiting.clear();
    waiting.add(from);
    int best = NONE;
    while (!waiting.isEmpty()) {
      int number = waiting.poll();
      int cost = costs[number];
      if (cost >= best) {
        continue;
      }
      FlowNode node = flow.node(number);
      if (line == Walk.AT_END && node.ends()) {
        best = cost;
      }
      best = Math.min(best, follow(node.successors(), cost, excluded));
      if (raised && number == from) {
        best = Math.min(best, follow(node.caught(), cost, excluded));
      }
    }
    return best;
  }

  /** Enters nodes at a cost; that cost where one of them is where the line is reported. */
  private int follow(int[] successors, int cost, int excluded) {
    for (int successor : successors) {
      if (successor == excluded) {
        continue;
      }
      FlowNode entered = flow.node(successor);
      if (entered.covers(line)) {
        return cost;
      }
      boolean free = optional.test(entered);
      int passed = cost + (free ? 0 : 1);
      if (passed < costs[successor]) {
        costs[successor] = passed;
        if (free) {
          waiting.addFirst(successor);
        } else {
          waiting.addLast(successor);
        }
      }
    }
    return NONE;
  }
}
