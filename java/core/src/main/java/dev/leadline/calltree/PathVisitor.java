package dev.leadline.calltree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Visits call paths, callers first and siblings in their order.
 *
 * @param <T> what is known of a path where those that continue it are visited
 * @param <E> what may go wrong
 */
@FunctionalInterface
public interface PathVisitor<T, E extends Exception> {

  /**
   * Visits one path.
   *
   * @param caller what was given back for its caller
   * @return what its own continuations are given
   */
  T visit(CallNode path, T caller) throws E;

  /**
   * Has all paths visited that begin so; without recursion, since paths may be long.
   *
   * @param start what the first functions are given
   */
  static <T, E extends Exception> void walk(
      List<CallNode> roots, T start, PathVisitor<T, E> visitor) throws E {
    record Step<T>(CallNode path, T caller) {}
    Deque<Step<T>> open = new ArrayDeque<>();
    List<CallNode> next = roots;
    T caller = start;
    while (true) {
      for (int i = next.size() - 1; i >= 0; i--) {
        open.push(new Step<>(next.get(i), caller)); // the last one is the next to be visited
      }
      if (open.isEmpty()) {
        return;
      }
      Step<T> step = open.pop();
      caller = visitor.visit(step.path(), step.caller());
      next = step.path().children();
    }
  }
}
