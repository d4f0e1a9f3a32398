package dev.leadline.calltree;

import java.util.List;

/**
 * Merges call paths for a reader. Equal paths become one. Where recursion and imports are folded, a
 * function's calls of itself count for its outermost call, and what a function imports is one node
 * {@link TracedFunction#IMPORTS}. Times stay what they were: a folded node's total is that of its
 * outermost calls.
 */
public final class CallFolding {

  /** A node of the merged tree, and how many calls of its function stood on one another. */
  private record Target(CallNode node, int level) {}

  private final boolean folds;

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
      PathVisitor.walk(roots, new Target(root, 1), this::add);
    }
    return root.children();
  }

  /** Adds a path below a node; the node below which those that continue it belong. */
  private Target add(CallNode source, Target target) {
    CallNode below = target.node();
    if (folds && below.function() == TracedFunction.IMPORTS) {
      below.addInner(source);
      return new Target(below, 1);
    }
    if (folds && source.isImport()) {
      CallNode imports = below.child(TracedFunction.IMPORTS);
      imports.add(source);
      return new Target(imports, 1);
    }
    if (folds && isRecursion(source, below)) {
      below.addRecursion(source, target.level() + 1);
      return new Target(below, target.level() + 1);
    }
    CallNode child = below.child(source.function());
    child.markProgram(source.isProgram());
    child.add(source);
    return new Target(child, 1);
  }

  private static boolean isRecursion(CallNode source, CallNode below) {
    return source.function().equals(below.function()) && !source.function().isGroup();
  }
}
