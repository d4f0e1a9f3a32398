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
    /** There is no path. */
    OTHER,
    /** Too many paths are possible. */
    UNKNOWN
  }

  /**
   * How far one recording went.
   *
   * @param node the last node that it reported
   * @param raised whether an exception came up there
   * @param index where it goes on
   */
  private record Side(int node, boolean raised, long index) {}

  /**
   * How far both went.
   *
   * @param node the last node of the path
   */
  private record State(int node, Side left, Side right) {

    /** Whether both report an exception in the last node. */
    boolean raised() {
      return left.node == node && left.raised && right.node == node && right.raised;
    }

    long reached() {
      return left.index + right.index;
    }
  }

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
  private State furthest;

  /** One for two recordings of the same code object. */
  public PathSearch(ControlFlow flow, Recorded left, Recorded right) {
    this.flow = flow;
    this.left = new Walk(flow, left);
    this.right = new Walk(flow, right);
    this.furthest = new State(ControlFlow.START, start(this.left), start(this.right));
  }

  private static Side start(Walk walk) {
    return new Side(ControlFlow.START, false, walk.statement(0));
  }

  /** Searches, once. */
  public Result result() {
    add(furthest);
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
    return left.line(furthest.left.index);
  }

  /** The line that the right reports where the paths part, or -1 for its end. */
  public int rightLine() {
    return right.line(furthest.right.index);
  }

  /** A recording that does not return may end everywhere. */
  private boolean isEnd(State state) {
    return left.isOver(state.left.index)
        && right.isOver(state.right.index)
        && (flow.node(state.node).ends() || !left.returned() || !right.returned());
  }

  private void follow(State state) {
    FlowNode node = flow.node(state.node);
    follow(state, node.successors());
    if (state.raised()) {
      follow(state, node.caught());
    }
  }

  private void follow(State state, int[] successors) {
    for (int successor : successors) {
      for (Side one : ways(left, state.left, successor)) {
        for (Side other : ways(right, state.right, successor)) {
          add(new State(successor, one, other));
        }
      }
    }
  }

  /** Where a recording may be behind a visit of a node. */
  private List<Side> ways(Walk walk, Side side, int node) {
    List<Side> ways = new ArrayList<>(2);
    long index = side.index;
    long reported = walk.reported(index, flow.node(node));
    if (reported != index) {
      ways.add(new Side(node, walk.raised(index, reported), reported));
    }
    if (walk.isOnLastLine(flow.node(node), index)) {
      // the last report also counts for this node
      ways.add(new Side(node, side.raised, index));
    } else if (walk.mayOmit(node, side.node, side.raised, index)) {
      ways.add(side);
    }
    return ways;
  }

  private void add(State state) {
    layers.computeIfAbsent(state.reached(), key -> new Layer()).add(state);
  }
}
