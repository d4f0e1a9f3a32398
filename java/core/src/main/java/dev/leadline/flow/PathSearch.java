package dev.leadline.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for one path through the control flow that two recordings are both consistent with. A visit
 * may be missing in a recording where no interpreter need report it, or where the control flow
 * could not have gone round it. The time is in proportion to the recordings as long as few paths
 * are possible at each place.
 */
public final class PathSearch {

  /** Beyond that many possibilities at one place nothing is said. */
  private static final int MOST = 20_000;

  /** What came of it. */
  public enum Result {
    /** There is such a path. */
    SAME,
    /** There is none. */
    OTHER,
    /** Too many paths are possible. */
    UNKNOWN
  }

  /**
   * How far both went.
   *
   * @param node the last node of the path
   * @param leftNode the last one that the left reported
   * @param left where the left goes on
   * @param rightNode the last one that the right reported
   * @param right where the right goes on
   */
  private record State(int node, int leftNode, long left, int rightNode, long right) {}

  /** States that are equally far. */
  private static final class Layer {
    private final Set<State> seen = new HashSet<>();
    private final Deque<State> waiting = new ArrayDeque<>();

    void add(State state) {
      if (seen.add(state)) {
        waiting.add(state);
      }
    }
  }

  private final ControlFlow flow;
  private final Walk left;
  private final Walk right;
  private final SortedMap<Long, Layer> layers = new TreeMap<>();
  private State furthest = new State(ControlFlow.START, ControlFlow.START, 0, ControlFlow.START, 0);

  public PathSearch(ControlFlow flow, Recorded left, Recorded right) {
    this.flow = flow;
    this.left = new Walk(flow, left);
    this.right = new Walk(flow, right);
  }

  /** Searches, once. */
  public Result result() {
    add(
        new State(
            ControlFlow.START,
            ControlFlow.START,
            left.statement(0),
            ControlFlow.START,
            right.statement(0)));
    while (!layers.isEmpty()) {
      long reached = layers.firstKey();
      Layer layer = layers.get(reached);
      furthest = layer.waiting.peek();
      while (!layer.waiting.isEmpty()) {
        State state = layer.waiting.poll();
        if (isEnd(state)) {
          return Result.SAME;
        }
        follow(state);
        if (layer.seen.size() > MOST) {
          return Result.UNKNOWN;
        }
      }
      layers.remove(reached);
    }
    return Result.OTHER;
  }

  /** The line that the left reports where the paths part, or -1 for its end. */
  public int leftLine() {
    return left.line(furthest.left);
  }

  /** The line that the right reports where the paths part, or -1 for its end. */
  public int rightLine() {
    return right.line(furthest.right);
  }

  /** A recording that does not return may end everywhere. */
  private boolean isEnd(State state) {
    return left.isOver(state.left)
        && right.isOver(state.right)
        && (flow.node(state.node).ends() || !left.returned() || !right.returned());
  }

  private void follow(State state) {
    for (int successor : flow.node(state.node).successors()) {
      for (long one : ways(left, successor, state.leftNode, state.left)) {
        for (long other : ways(right, successor, state.rightNode, state.right)) {
          int leftNode = one == state.left ? state.leftNode : successor;
          int rightNode = other == state.right ? state.rightNode : successor;
          add(new State(successor, leftNode, one, rightNode, other));
        }
      }
    }
  }

  /** Where a recording may go on behind a visit of a node. */
  private List<Long> ways(Walk walk, int node, int from, long index) {
    List<Long> ways = new ArrayList<>(2);
    long reported = walk.reported(index, flow.node(node));
    if (reported != index) {
      ways.add(reported);
    }
    if (walk.mayOmit(node, from, index)) {
      ways.add(index);
    }
    return ways;
  }

  private void add(State state) {
    layers.computeIfAbsent(state.left + state.right, key -> new Layer()).add(state);
  }
}
