package dev.leadline.flow;

import dev.leadline.execution.LineSequence;
import dev.leadline.flow.FlowNode.Mark;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How one recording may go along a path: which visits it reports, and which it may leave out. */
final class Walk {

  /** Stands for the end of the recording. */
  static final int AT_END = -1;

  private static final int STALE_LINES = 9;

  private record Question(int from, boolean raised, int node, int next) {}

  private final ControlFlow flow;
  private final LineSequence lines;
  private final Recorded recorded;
  private final Map<Question, Boolean> forced = new HashMap<>();

  Walk(ControlFlow flow, Recorded recorded) {
    this.flow = flow;
    this.lines = recorded.lines();
    this.recorded = recorded;
  }

  boolean returned() {
    return recorded.returned();
  }

  /** The first place from an index on at which a statement is reported, or the end. */
  long statement(long index) {
    long at = index;
    while (at < lines.size() && !flow.has(Math.abs(lines.line(at)))) {
      at++;
    }
    return at;
  }

  boolean isOver(long index) {
    return index == lines.size();
  }

  /** The line at an index, or {@link #AT_END}. */
  int line(long index) {
    return isOver(index) ? AT_END : Math.abs(lines.line(index));
  }

  /**
   * Where the recording goes on when it reports a visit of the node here, exceptions that came up
   * in it included; the index if it may not.
   */
  long reported(long index, FlowNode node) {
    if (recorded.minor() > node.newest()) {
      return index;
    }
    long at = index;
    boolean reported = false;
    while (at < lines.size() && (node.covers(Math.abs(lines.line(at))) || isStale(at, node))) {
      boolean line = lines.line(at) > 0;
      if (line && reported && node.has(Mark.ONCE)) {
        return at;
      }
      reported |= line;
      at = statement(at + 1);
    }
    return at;
  }

  /**
   * Whether the line at an index is the one reported before it, which CPython 3.9 gives to a report
   * whose own line it did not look up.
   */
  private boolean isStale(long index, FlowNode node) {
    return recorded.minor() == STALE_LINES
        && node.has(Mark.STALE)
        && index > 0
        && lines.line(index) == Math.abs(lines.line(index - 1));
  }

  /** Whether an exception was reported between two indices. */
  boolean raised(long from, long to) {
    for (long at = from; at < to; at++) {
      if (lines.line(at) < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a visit of a node may be missing here.
   *
   * @param from the last node whose visit was reported
   * @param raised whether an exception came up in that
   * @param index where the recording goes on
   */
  boolean mayOmit(int node, int from, boolean raised, long index) {
    return isOptional(flow.node(node))
        || forced.computeIfAbsent(new Question(from, raised, node, line(index)), this::isForced);
  }

  private boolean isOptional(FlowNode node) {
    return switch (node.kind()) {
      case STATEMENT -> false;
      case JUMP -> !recorded.everyStatement();
      case SILENT, PASSAGE -> true;
    };
  }

  /** A line is reported when it changes or a jump leads back: what goes on in it may not be. */
  boolean isOnLastLine(FlowNode node, long index) {
    return !node.has(Mark.LOOP) && index > 0 && node.covers(Math.abs(lines.line(index - 1)));
  }

  /**
   * Whether the control flow cannot have gone from one report to the next without the node, and
   * need not have passed another statement without a report.
   */
  private boolean isForced(Question question) {
    if (question.next != AT_END && flow.node(question.node).covers(question.next)) {
      return false;
    }
    if (question.next == AT_END && !returned()) {
      return false;
    }
    ShortestWay way =
        new ShortestWay(flow, this::isOptional, question.from, question.raised, question.next);
    return way.withAll() == 1 && way.without(question.node) > 1;
  }

  /**
   * How many reports are missing at least between two reports that follow each other: a search in
   * which optional nodes cost nothing and all others one.
   */
  private static final class ShortestWay {

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
    ShortestWay(
        ControlFlow flow, Predicate<FlowNode> optional, int from, boolean raised, int line) {
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
}
