package dev.leadline.calltree;

import java.util.List;

/**
 * Merges call paths for a reader. Equal paths become one. Where recursion and imports are folded, a
 * function's calls of itself count for its outermost call, also those that others make on its
 * behalf, and what a function imports is one node {@link TracedFunction#IMPORTS}. Times stay what
 * they were: a folded node's total is that of its outermost calls. A local function is folded where
 * it calls itself alone: what wraps one function and another is the same code for both.
 */
public final class CallFolding {

  private static final String LOCAL = "<locals>";

  /**
   * A call that is open where another is added, of a node of the merged tree.
   *
   * @param level how many calls of the node are open, this one included
   * @param caller the open calls around it; null for none
   */
  private record Open(CallNode node, int level, Open caller) {

    Open then(CallNode inner) {
      return new Open(inner, 1, this);
    }

    /** The call of a function that is open, and that another call of it may count for; or null. */
    Open of(TracedFunction function) {
      if (function.isGroup()) {
        return null;
      }
      if (node.function().equals(function)) {
        return this;
      }
      Open open = function.qualname().contains(LOCAL) ? null : caller;
      while (open != null && !open.node.function().equals(function)) {
        open = open.node.function().isGroup() ? null : open.caller;
      }
      return open;
    }
  }

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
      PathVisitor.walk(roots, new Open(root, 1, null), this::add);
    }
    return root.children();
  }

  /**
   * Adds a path below the innermost open call; the call that is open for those that continue it.
   */
  private Open add(CallNode source, Open around) {
    CallNode below = around.node();
    if (folds && below.function() == TracedFunction.IMPORTS) {
      below.addInner(source);
      return around;
    }
    if (folds && source.isImport()) {
      CallNode imports = below.child(TracedFunction.IMPORTS);
      imports.add(source);
      return around.then(imports);
    }
    Open same = folds ? around.of(source.function()) : null;
    if (same != null) {
      same.node().addRecursion(source, same.level() + 1);
      return new Open(same.node(), same.level() + 1, around);
    }
    CallNode child = below.child(source.function());
    child.markProgram(source.isProgram());
    child.add(source);
    return around.then(child);
  }
}
