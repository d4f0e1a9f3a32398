package dev.leadline.calltree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Merges call paths for a reader. Equal paths become one. Where recursion and imports are folded, a
 * function's calls of itself count for its outermost call, and what a function imports is one node
 * {@link TracedFunction#IMPORTS}. Times stay what they were: a folded node's total is that of its
 * outermost calls.
 */
public final class CallFolding {

  /** A path that is to be added below a node of the merged tree. */
  private record Step(CallNode source, CallNode below, int level) {}

  private final boolean folds;
  private final Deque<Step> open = new ArrayDeque<>();

  private CallFolding(boolean folds) {
    this.folds = folds;
  }

  /** The paths with recursion and imports folded. */
  public static List<CallNode> fold(List<CallNode> roots) {
    return new CallFolding(true).below(List.of(roots));
  }

  /** Several trees as one, in the order of the first calls. */
  static List<CallNode> merge(List<List<CallNode>> trees) {
    return new CallFolding(false).below(trees);
  }

  private List<CallNode> below(List<List<CallNode>> trees) {
    CallNode root = new CallNode(TracedFunction.OTHER, 0);
    for (List<CallNode> roots : trees) {
      push(roots, root, 1);
      while (!open.isEmpty()) {
        Step step = open.pop();
        add(step.source(), step.below(), step.level());
      }
    }
    return root.children();
  }

  private void add(CallNode source, CallNode below, int level) {
    if (folds && below.function() == TracedFunction.IMPORTS) {
      below.addInner(source);
      push(source.children(), below, 1);
    } else if (folds && source.isImport()) {
      CallNode imports = below.child(TracedFunction.IMPORTS);
      imports.add(source);
      push(source.children(), imports, 1);
    } else if (folds && isRecursion(source, below)) {
      below.addRecursion(source, level + 1);
      push(source.children(), below, level + 1);
    } else {
      CallNode child = below.child(source.function());
      child.markProgram(source.isProgram());
      child.add(source);
      push(source.children(), child, 1);
    }
  }

  private static boolean isRecursion(CallNode source, CallNode below) {
    return source.function().equals(below.function()) && !source.function().isGroup();
  }

  /** The last one is the next to be added. */
  private void push(List<CallNode> sources, CallNode below, int level) {
    for (int i = sources.size() - 1; i >= 0; i--) {
      open.push(new Step(sources.get(i), below, level));
    }
  }
}
