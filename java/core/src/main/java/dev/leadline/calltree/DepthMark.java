package dev.leadline.calltree;

import dev.leadline.calltree.CallTree.Deepest;
import java.util.Optional;

/** The deepest call of a stack so far. */
final class DepthMark {

  private int depth;
  private TracedFunction function;

  /** Whether a call at this depth is deeper than all before it. */
  boolean isBelow(int atDepth) {
    return depth < atDepth;
  }

  void see(int atDepth, TracedFunction called) {
    if (atDepth > depth && !called.isGroup()) {
      depth = atDepth;
      function = called;
    }
  }

  Optional<Deepest> deepest() {
    return Optional.ofNullable(function).map(known -> new Deepest(depth, known));
  }
}
