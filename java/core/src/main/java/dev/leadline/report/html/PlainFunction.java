package dev.leadline.report.html;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.TracedFunction;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one function did on all of its call paths. */
record PlainFunction(TracedFunction function, long calls, long lines, long ownNs) {

  /** Those that took most time, or were called most where there are no times. */
  static List<PlainFunction> most(CallTree tree, int number) {
    Map<TracedFunction, PlainFunction> sums = new LinkedHashMap<>();
    Deque<CallNode> open = new ArrayDeque<>();
    tree.threads().forEach(thread -> open.addAll(thread.roots()));
    while (!open.isEmpty()) {
      CallNode node = open.pop();
      sums.merge(node.function(), of(node), PlainFunction::plus);
      node.children().forEach(open::push);
    }
    return sums.values().stream()
        .sorted(
            Comparator.comparingLong(PlainFunction::ownNs)
                .thenComparingLong(PlainFunction::calls)
                .reversed())
        .limit(number)
        .toList();
  }

  private static PlainFunction of(CallNode node) {
    return new PlainFunction(node.function(), node.calls(), node.lines(), node.ownNs().orElse(0));
  }

  private PlainFunction plus(PlainFunction other) {
    return new PlainFunction(
        function, calls + other.calls, lines + other.lines, ownNs + other.ownNs);
  }
}
