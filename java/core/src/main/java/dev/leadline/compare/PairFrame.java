package dev.leadline.compare;

import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private Optional<Activation> leftFacts = Optional.empty();
  private Optional<Activation> rightFacts = Optional.empty();

  /** Where the lines of both part: behind the last callee before which they were the same. */
  private int lastAlike;

  private boolean linesParted;

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
