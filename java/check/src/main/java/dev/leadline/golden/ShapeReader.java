package dev.leadline.golden;

import dev.leadline.event.Origin;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the shapes of an execution's stacks. */
final class ShapeReader {

  private static final int REMEMBERED = 1 << 16;

  private final Execution execution;
  private final Shapes shapes = new Shapes();
  private final Map<Long, Shape> byHash = new HashMap<>();
  private final ShapeOf shapeOf;

  ShapeReader(Execution execution) {
    this.execution = execution;
    this.shapeOf = new ShapeOf(shapes, execution.facts().header());
  }

  /** An activation whose callees are being read. */
  private static final class Open {
    final int activation;
    final List<Shape> called = new ArrayList<>();
    int next;

    Open(int activation, int next) {
      this.activation = activation;
      this.next = next;
    }
  }

  /**
   * What was called on a stack, in its order. What the program's own module called counts as called
   * by nobody, and so does what a process called in the frames that it got from its parent.
   */
  List<Shape> of(TracedStack stack) throws TooLongException {
    Deque<Open> open = new ArrayDeque<>();
    Open roots = new Open(Execution.NONE, execution.firstRoot(stack));
    open.push(roots);
    while (roots.next != Execution.NONE || open.size() > 1) {
      Open top = open.peek();
      if (top.next != Execution.NONE) {
        enter(open, top);
      } else {
        open.pop();
        leave(top, open.peek(), stack);
      }
    }
    roots.called.removeIf(shape -> shape == Shape.NOTHING);
    return roots.called;
  }

  private void enter(Deque<Open> open, Open top) {
    int callee = top.next;
    top.next = execution.next(callee);
    Shape known = byHash.get(execution.fullHash(callee));
    // a root may be one that is not shown, and do what a shown one does
    if (known == null || top.activation == Execution.NONE) {
      open.push(new Open(callee, execution.firstChild(callee)));
    } else {
      top.called.add(known);
    }
  }

  private void leave(Open left, Open caller, TracedStack stack) throws TooLongException {
    Activation activation = execution.activation(left.activation);
    if (isTransparent(activation, stack)) {
      caller.called.addAll(left.called);
      return;
    }
    Shape shape = shapeOf.activation(activation, left.called);
    if (byHash.size() == REMEMBERED) {
      byHash.clear();
    }
    byHash.put(activation.fullHash(), shape);
    caller.called.add(shape);
  }

  private static boolean isTransparent(Activation activation, TracedStack stack) {
    boolean inherited =
        activation.lineno() == TraceEvent.NO_LINENO
            && stack.process().header().origin() == Origin.FORK;
    return inherited || activation.definition().base();
  }
}
