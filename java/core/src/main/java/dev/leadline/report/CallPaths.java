package dev.leadline.report;

import dev.leadline.calltree.CallNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Walks call paths from the roots down, callers first, without recursion of its own. */
final class CallPaths {

  /** Hears of a path. */
  interface Visitor {
    /** A path and how many functions are above it. */
    void visit(CallNode node, int indent) throws IOException;
  }

  private final List<CallNode> roots;

  CallPaths(List<CallNode> roots) {
    this.roots = roots;
  }

  void forEach(Visitor visitor) throws IOException {
    Deque<Iterator<CallNode>> open = new ArrayDeque<>();
    open.push(roots.iterator());
    while (!open.isEmpty()) {
      Iterator<CallNode> siblings = open.peek();
      if (siblings.hasNext()) {
        CallNode node = siblings.next();
        visitor.visit(node, open.size() - 1);
        open.push(node.children().iterator());
      } else {
        open.pop();
      }
    }
  }
}
