package dev.leadline.report;

import dev.leadline.calltree.CallNode;
import dev.leadline.event.Scope;
import dev.leadline.report.text.ReportStyle.Detail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A call path with its weight: the time of its calls, or their number where there are no times, and
 * no less than the heaviest path that continues it.
 */
final class WeighedPath {

  private final CallNode node;
  private final WeighedPath caller;
  private final List<WeighedPath> callees = new ArrayList<>();
  private long weight;
  private boolean shown = true;
  private boolean passing;

  private WeighedPath(CallNode node, WeighedPath caller) {
    this.node = node;
    this.caller = caller;
  }

  CallNode node() {
    return node;
  }

  /** The path without its last call; null for a function that has no caller. */
  WeighedPath caller() {
    return caller;
  }

  long weight() {
    return weight;
  }

  boolean isShown() {
    return shown;
  }

  void hide() {
    shown = false;
  }

  /**
   * Joins it with what it calls where it is a library's and only passes its calls on: it calls one
   * thing that is shown, as often as it is called, and takes less time than matters.
   */
  void join(double least) {
    List<WeighedPath> shownCallees = callees.stream().filter(WeighedPath::isShown).toList();
    if (isLibrary() && shownCallees.size() == 1 && node.ownNs().orElse(0) < least) {
      WeighedPath callee = shownCallees.get(0);
      passing = callee.isLibrary() && callee.node.calls() == node.calls();
    }
  }

  private boolean isLibrary() {
    return node.function().scope() != Scope.USER && !node.function().isGroup();
  }

  /** Whether it is shown in one row with what it calls. */
  boolean isPassing() {
    return passing;
  }

  /** The paths of its row: those that only pass on to it, the first of them first, and itself. */
  List<WeighedPath> chain() {
    Deque<WeighedPath> chain = new ArrayDeque<>(List.of(this));
    while (chain.peekFirst().caller != null && chain.peekFirst().caller.passing) {
      chain.addFirst(chain.peekFirst().caller);
    }
    return List.copyOf(chain);
  }

  /** Whether it is left out, and its caller is not. */
  boolean isEdge() {
    return !shown && (caller == null || caller.shown);
  }

  /** These paths and all that continue them, callers first. */
  static List<WeighedPath> of(List<CallNode> roots, boolean timed, Detail detail) {
    List<WeighedPath> tops = new ArrayList<>();
    roots.forEach(root -> tops.add(new WeighedPath(root, null)));
    List<WeighedPath> inOrder = walk(tops, true);
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      inOrder.get(i).weigh(timed);
    }
    if (!detail.sorted()) {
      return inOrder;
    }
    Comparator<WeighedPath> heaviest = Comparator.comparingLong(WeighedPath::weight).reversed();
    tops.sort(heaviest);
    inOrder.forEach(path -> path.callees.sort(heaviest));
    return walk(tops, false);
  }

  /** Callers first, without recursion: paths may be long. */
  private static List<WeighedPath> walk(List<WeighedPath> tops, boolean first) {
    List<WeighedPath> walked = new ArrayList<>();
    Deque<WeighedPath> open = new ArrayDeque<>();
    push(tops, open);
    while (!open.isEmpty()) {
      WeighedPath path = open.pop();
      walked.add(path);
      if (first) {
        path.node.children().forEach(callee -> path.callees.add(new WeighedPath(callee, path)));
      }
      push(path.callees, open);
    }
    return walked;
  }

  private static void push(List<WeighedPath> paths, Deque<WeighedPath> open) {
    for (int i = paths.size() - 1; i >= 0; i--) {
      open.push(paths.get(i));
    }
  }

  /** After its callees. */
  private void weigh(boolean timed) {
    long own = timed ? node.totalNs().orElse(0) : node.calls();
    for (WeighedPath callee : callees) {
      own = timed ? Math.max(own, callee.weight) : own + callee.weight;
    }
    weight = own;
  }
}
