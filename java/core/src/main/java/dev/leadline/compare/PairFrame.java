package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two activations that are being compared, or the roots of two stacks. */
final class PairFrame {

  /** Beyond that many groups it is not remembered what the pair differs in. */
  private static final int GROUPS = 16;

  private static final int UNPAIRED = 1_000;

  /** An activation that the other side has not, and where the other side would have it. */
  record Single(int activation, long position) {}

  /** Two activations of one function that do not do the same. */
  record Pair(int left, int right) {}

  final int left;
  final int right;
  final Siblings lefts;
  final Siblings rights;
  final Deque<Pair> pending = new ArrayDeque<>(2);
  private List<Single> onlyLeft = List.of();
  private List<Single> onlyRight = List.of();
  private Optional<Map<DifferenceGroups.Key, Long>> counts = Optional.of(Map.of());
  private Set<Long> calledByLeft = Set.of();
  private Set<Long> calledByRight = Set.of();
  private Optional<Activation> leftFacts = Optional.empty();
  private Optional<Activation> rightFacts = Optional.empty();

  /** Where the lines of both part: behind the last callee before which they were the same. */
  private int lastAlike;

  private boolean linesParted;

  private boolean ownReported;

  /** The first thing that both do otherwise by the program's doing, and where it is. */
  private Optional<DifferenceGroups.Key> parted = Optional.empty();

  private long partedAt;

  /** That they end otherwise, by the program's doing. */
  private Optional<DifferenceGroups.Key> ended = Optional.empty();

  /** The first callee that ended otherwise, and where it was called. */
  private Optional<DifferenceGroups.Key> callee = Optional.empty();

  private long calleeAt;

  PairFrame(int left, int right, Siblings lefts, Siblings rights) {
    this.left = left;
    this.right = right;
    this.lefts = lefts;
    this.rights = rights;
    this.lastAlike = left;
  }

  boolean hasCallers() {
    return left != Execution.NONE;
  }

  boolean isOwnReported() {
    return ownReported;
  }

  void ownReported() {
    ownReported = true;
  }

  /** The two themselves differ, by the program's doing. */
  void differs(DifferenceKind kind, DifferenceGroups.Key key, long position) {
    if (parted.isEmpty() || position < partedAt) {
      parted = Optional.of(key);
      partedAt = position;
    }
    if (kind == DifferenceKind.OUTCOME) {
      ended = Optional.of(key);
    }
  }

  /** What a call at this position follows from. */
  Optional<DifferenceGroups.Key> partedBefore(long position) {
    return parted.filter(key -> partedAt <= position);
  }

  /** That the two end otherwise, where they do. */
  Optional<DifferenceGroups.Key> ended() {
    return ended;
  }

  /** A callee ended otherwise: an exception came up from it on one side. */
  void calleeEnded(DifferenceGroups.Key key, long position) {
    if (callee.isEmpty()) {
      callee = Optional.of(key);
      calleeAt = position;
    }
  }

  /** The callee that ended otherwise before this position. */
  Optional<DifferenceGroups.Key> calleeBefore(long position) {
    return callee.filter(key -> calleeAt <= position);
  }

  /** Two callees belong together. */
  void paired(Execution one, int leftCallee, Execution other, int rightCallee) {
    linesParted |= one.linesBefore(leftCallee) != other.linesBefore(rightCallee);
    if (!linesParted) {
      lastAlike = leftCallee;
    }
  }

  /** The last callee on the left at which the lines were the same; the caller itself if none. */
  int lastAlike() {
    return lastAlike;
  }

  /** Keeps a callee of one side; false if there are too many of them. */
  boolean keepLeft(Single single) {
    onlyLeft = onlyLeft.isEmpty() ? new ArrayList<>() : onlyLeft;
    return onlyLeft.size() < UNPAIRED && onlyLeft.add(single);
  }

  boolean keepRight(Single single) {
    onlyRight = onlyRight.isEmpty() ? new ArrayList<>() : onlyRight;
    return onlyRight.size() < UNPAIRED && onlyRight.add(single);
  }

  /** The callees of the left that were kept, once. */
  List<Single> takeLeft() {
    List<Single> taken = onlyLeft;
    onlyLeft = List.of();
    return taken;
  }

  /** Those of the right. */
  List<Single> takeRight() {
    List<Single> taken = onlyRight;
    onlyRight = List.of();
    return taken;
  }

  void count(DifferenceGroups.Key key, long more) {
    if (counts.isEmpty()) {
      return;
    }
    Map<DifferenceGroups.Key, Long> sums = counts.get();
    if (sums.isEmpty()) {
      sums = new HashMap<>();
      counts = Optional.of(sums);
    }
    sums.merge(key, more, Long::sum);
    if (sums.size() > GROUPS) {
      counts = Optional.empty();
    }
  }

  /** Takes over what a pair of callees differed in. */
  void count(Optional<Map<DifferenceGroups.Key, Long>> callees) {
    if (callees.isEmpty()) {
      counts = Optional.empty();
    } else {
      callees.get().forEach(this::count);
    }
  }

  /** What was counted in it; empty where that was too much. */
  Optional<Map<DifferenceGroups.Key, Long>> counts() {
    return counts;
  }

  /** Hashes of the functions that the caller on the left called. */
  Set<Long> calledByLeft(Execution execution) {
    if (calledByLeft.isEmpty()) {
      calledByLeft = called(execution, left);
    }
    return calledByLeft;
  }

  /** Those of the right. */
  Set<Long> calledByRight(Execution execution) {
    if (calledByRight.isEmpty()) {
      calledByRight = called(execution, right);
    }
    return calledByRight;
  }

  private static Set<Long> called(Execution execution, int caller) {
    Set<Long> functions = new HashSet<>();
    int callee = caller == Execution.NONE ? Execution.NONE : execution.firstChild(caller);
    while (callee != Execution.NONE) {
      functions.add(execution.functionHash(callee));
      callee = execution.next(callee);
    }
    return functions;
  }

  Optional<Activation> leftFacts(Execution execution) {
    if (leftFacts.isEmpty() && hasCallers()) {
      leftFacts = Optional.of(execution.activation(left));
    }
    return leftFacts;
  }

  Optional<Activation> rightFacts(Execution execution) {
    if (rightFacts.isEmpty() && hasCallers()) {
      rightFacts = Optional.of(execution.activation(right));
    }
    return rightFacts;
  }
}
