package dev.leadline.calltree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call path: a function as it was called through the functions above it, with what was counted
 * on it. The paths that continue it have counts of their own.
 */
public final class CallNode extends Tally {

  private final TracedFunction function;
  private final int pathLength;
  private Map<TracedFunction, CallNode> children = Map.of();
  private CallNode latest;
  private int depth;
  private int recursion;
  private boolean program;

  CallNode(TracedFunction function, int pathLength) {
    this.function = function;
    this.pathLength = pathLength;
  }

  /** What was called. */
  public TracedFunction function() {
    return function;
  }

  /** The paths that go on from here, in the order of their first calls. */
  public List<CallNode> children() {
    return List.copyOf(children.values());
  }

  /**
   * The depth of the first frame that was counted here: the number of frames to the root of its
   * stack, recorded or not, itself included. 0 where this stands for others.
   */
  public int depth() {
    return depth;
  }

  void depth(int first) {
    depth = first;
  }

  /** Says whether this is the program's own {@code <module>}, which is no import. */
  void markProgram(boolean is) {
    program |= is;
  }

  boolean isProgram() {
    return program;
  }

  /** Whether this is an import, and so is all that it calls. */
  boolean isImport() {
    return !program && function.isImport();
  }

  /**
   * How many calls of this function stood on one another where they are folded into one; else 0.
   */
  public int recursion() {
    return recursion;
  }

  /** Takes in a call of this function by itself, the outermost of which has level 1. */
  void addRecursion(CallNode inner, int level) {
    recursion = Math.max(recursion, level);
    addCalls(inner);
  }

  /** Number of functions on the path, this one included. */
  int pathLength() {
    return pathLength;
  }

  /** Whether there is a continuation with that function. */
  boolean has(TracedFunction callee) {
    return latest != null && latest.function == callee || children.containsKey(callee);
  }

  /** The continuation with that function, made if it is new. */
  CallNode child(TracedFunction callee) {
    if (latest == null || latest.function != callee) {
      if (children.isEmpty()) {
        children = new LinkedHashMap<>(4);
      }
      latest = children.computeIfAbsent(callee, key -> new CallNode(key, pathLength + 1));
    }
    return latest;
  }
}
