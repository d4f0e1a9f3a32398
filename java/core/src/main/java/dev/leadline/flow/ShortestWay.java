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
  private final int from;
  private final int line;

  /**
   * One from a node to wherever a line may be reported next.
   *
   * @param line the line, or {@link Walk#AT_END} for the end of the code
   */
  ShortestWay(ControlFlow flow, Predicate<FlowNode> optional, int from, int line) {
    this.flow = flow;
    this.optional = optional;
    this.from = from;
    this.line = line;
  }

  int withAll() {
    return without(NO_NODE);
  }

  /** The cost of the cheapest way that does not lead through a node. */
  int without(int excluded) {
    int[] costs = new int[flow.size()];
    Arrays.fill(costs, NONE);
    costs[from] = 0;
    Deque<Integer> next = new ArrayDeque<>();
    next.add(from);
    int best = NONE;
    while (!next.isEmpty()) {
      int number = next.poll();
      int cost = costs[number];
      if (cost >= best) {
        continue;
      }
      FlowNode node = flow.node(number);
      if (line == Walk.AT_END && node.ends()) {
        best = cost;
      }
      for (int successor : node.successors()) {
        if (successor == excluded) {
          continue;
        }
        FlowNode entered = flow.node(successor);
        if (entered.covers(line)) {
          best = Math.min(best, cost);
          continue;
        }
        boolean free = optional.test(entered);
        int passed = cost + (free ? 0 : 1);
        if (passed < costs[successor]) {
          costs[successor] = passed;
          if (free) {
            next.addFirst(successor);
          } else {
            next.addLast(successor);
          }
        }
      }
    }
    return best;
  }
}
