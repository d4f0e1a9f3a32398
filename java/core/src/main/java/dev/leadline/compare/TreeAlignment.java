package dev.leadline.compare;

import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.Difference.Position;
import dev.leadline.compare.DifferenceGroups.KnownPairs;
import dev.leadline.compare.PairFrame.Pair;
import dev.leadline.compare.PairFrame.Single;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks two stacks top down, always into what differs only: equal subtrees are passed over by their
 * hashes, and two that were compared before are counted as they were then. The time is in
 * proportion to the number of activations, the memory to the depth of the stack.
 */
final class TreeAlignment {

  private static final int PATH = 20;

  private final Execution left;
  private final Execution right;
  private final DifferenceGroups groups;
  private final KnownPairs known = new KnownPairs();
  private final Deque<PairFrame> frames = new ArrayDeque<>();
  private TracedStack leftStack;
  private TracedStack rightStack;

  TreeAlignment(Execution left, Execution right, DifferenceGroups groups) {
    this.left = left;
    this.right = right;
    this.groups = groups;
  }

  /** Compares all that ran on these two stacks. */
  void compare(TracedStack one, TracedStack other) {
    leftStack = one;
    rightStack = other;
    frames.push(
        new PairFrame(
            Execution.NONE,
            Execution.NONE,
            new Siblings(Sequence.of(left), left.firstRoot(one)),
            new Siblings(Sequence.of(right), right.firstRoot(other))));
    while (!frames.isEmpty()) {
      step(frames.peek());
    }
  }

  private void step(PairFrame frame) {
    if (frame.pending.isEmpty() && !advance(frame)) {
      singles(frame);
    }
    if (frame.pending.isEmpty()) {
      leave(frames.pop());
    } else {
      enter(frame, frame.pending.remove());
    }
  }

  private void enter(PairFrame frame, Pair pair) {
    Optional<Map<DifferenceGroups.Key, Long>> before =
        known.find(left.fullHash(pair.left()), right.fullHash(pair.right()));
    if (before.isPresent()) {
      before.get().forEach(groups::count);
      frame.count(before);
      return;
    }
    frames.push(
        new PairFrame(
            pair.left(),
            pair.right(),
            new Siblings(Sequence.of(left), left.firstChild(pair.left())),
            new Siblings(Sequence.of(right), right.firstChild(pair.right()))));
  }

  private void leave(PairFrame frame) {
    if (!frame.hasCallers()) {
      return;
    }
    own(frame);
    Optional<Map<DifferenceGroups.Key, Long>> counts = frame.counts();
    counts.ifPresent(known -> remember(frame, known));
    PairFrame caller = frames.peek();
    if (caller != null) {
      caller.count(counts);
      frame.ended().ifPresent(key -> caller.calleeEnded(key, Position.call(frame.left)));
    }
  }

  /** What the two differ in themselves; reported once, before the calls that follow from it. */
  private void own(PairFrame frame) {
    if (!frame.hasCallers() || frame.isOwnReported()) {
      return;
    }
    frame.ownReported();
    Activation one = frame.leftFacts(left).orElseThrow();
    Activation other = frame.rightFacts(right).orElseThrow();
    ActivationDifferences differences = new ActivationDifferences(one, other);
    for (DifferenceKind kind : differences.kinds()) {
      int end = left.size(frame.left) + frame.left;
      long position = differences.position(kind, behind(frame), Position.end(end));
      DifferenceGroups.Key key =
          add(frame, kind, frame.left, frame.right, position, frame.calleeBefore(position));
      if (groups.isOfProgram(key)) {
        frame.differs(kind, key, position);
      }
    }
  }

  private void remember(PairFrame frame, Map<DifferenceGroups.Key, Long> counts) {
    known.put(left.fullHash(frame.left), right.fullHash(frame.right), counts);
  }

  /** Where the lines part, in front of the next callee on the left. */
  private long behind(PairFrame frame) {
    int last = frame.lastAlike();
    return Position.parting(last == frame.left ? last + 1 : last + left.size(last));
  }

  /** Goes on until there is a pair to look into; false at the end. */
  private boolean advance(PairFrame frame) {
    while (frame.pending.isEmpty()) {
      if (!pass(frame)) {
        return false;
      }
    }
    return true;
  }

  /** Goes on to the next place where callees differ, and over it; false at the end. */
  private boolean pass(PairFrame frame) {
    Siblings lefts = frame.lefts;
    Siblings rights = frame.rights;
    while (lefts.has(0) && rights.has(0) && lefts.full(0) == rights.full(0)) {
      frame.paired(left, lefts.get(0), right, rights.get(0));
      lefts.skip(1);
      rights.skip(1);
    }
    if (!lefts.has(0) && !rights.has(0)) {
      return false;
    }
    if (lefts.has(0) && rights.has(0) && lefts.structure(0) == rights.structure(0)) {
      pair(frame, lefts.get(0), rights.get(0));
      lefts.skip(1);
      rights.skip(1);
    } else {
      bridge(frame, new Resynchronisation(lefts, rights).gap());
    }
    return true;
  }

  private void pair(PairFrame frame, int one, int other) {
    frame.paired(left, one, right, other);
    frame.pending.add(new Pair(one, other));
  }

  private void bridge(PairFrame frame, Resynchronisation.Gap gap) {
    List<FunctionAlignment.Step> steps =
        new FunctionAlignment(frame.lefts, frame.rights, gap).steps();
    int nextLeft = 0;
    for (FunctionAlignment.Step step : steps) {
      if (step.left() < 0) {
        long position = Position.before(place(frame, nextLeft));
        onlyRight(frame, new Single(frame.rights.get(step.right()), position));
      } else if (step.right() < 0) {
        int activation = frame.lefts.get(step.left());
        onlyLeft(frame, new Single(activation, Position.call(activation)));
      } else {
        pair(frame, frame.lefts.get(step.left()), frame.rights.get(step.right()));
      }
      nextLeft = step.left() < 0 ? nextLeft : step.left() + 1;
    }
    frame.lefts.skip(gap.left());
    frame.rights.skip(gap.right());
  }

  /** The number of the next callee on the left, or of what comes behind the last one. */
  private int place(PairFrame frame, int index) {
    if (frame.lefts.has(index)) {
      return frame.lefts.get(index);
    }
    return frame.hasCallers() ? frame.left + left.size(frame.left) : left.facts().activations();
  }

  private void onlyLeft(PairFrame frame, Single single) {
    if (!frame.keepLeft(single)) {
      addLeft(frame, single);
    }
  }

  private void onlyRight(PairFrame frame, Single single) {
    if (!frame.keepRight(single)) {
      addRight(frame, single);
    }
  }

  /**
   * What one side alone has: where both have the same in other places, it is the order; where both
   * have calls of one function that do not do the same, these are looked into.
   */
  private void singles(PairFrame frame) {
    own(frame);
    SinglePairs same = new SinglePairs(left::structureHash, right::structureHash);
    same.match(frame.takeLeft(), frame.takeRight());
    for (SinglePairs.Two two : same.pairs()) {
      long position = Math.min(two.left().position(), two.right().position());
      int one = two.left().activation();
      add(frame, DifferenceKind.ORDER, one, two.right().activation(), position, Optional.empty());
    }
    SinglePairs changed = new SinglePairs(left::functionHash, right::functionHash);
    changed.match(same.onlyLeft(), same.onlyRight());
    for (SinglePairs.Two two : changed.pairs()) {
      frame.pending.add(new Pair(two.left().activation(), two.right().activation()));
    }
    changed.onlyLeft().forEach(single -> addLeft(frame, single));
    changed.onlyRight().forEach(single -> addRight(frame, single));
  }

  private void addLeft(PairFrame frame, Single one) {
    own(frame);
    Optional<DifferenceGroups.Key> origin = frame.partedBefore(one.position());
    add(frame, DifferenceKind.CALL_LEFT, one.activation(), Execution.NONE, one.position(), origin);
  }

  private void addRight(PairFrame frame, Single one) {
    own(frame);
    Optional<DifferenceGroups.Key> origin = frame.partedBefore(one.position());
    add(frame, DifferenceKind.CALL_RIGHT, Execution.NONE, one.activation(), one.position(), origin);
  }

  private DifferenceGroups.Key add(
      PairFrame frame,
      DifferenceKind kind,
      int one,
      int other,
      long position,
      Optional<DifferenceGroups.Key> origin) {
    boolean own = one == frame.left && other == frame.right;
    Difference difference =
        new Difference(
            kind,
            occurrence(left, leftStack, one),
            occurrence(right, rightStack, other),
            own ? caller(left, one) : frame.leftFacts(left),
            own ? caller(right, other) : frame.rightFacts(right),
            isCalledOnBoth(frame, one, other),
            runsModules(one, other),
            position);
    DifferenceGroups.Key key = groups.add(difference, origin);
    frame.count(key, 1);
    return key;
  }

  private boolean isCalledOnBoth(PairFrame frame, int one, int other) {
    if (one != Execution.NONE && other != Execution.NONE) {
      return true;
    }
    return other == Execution.NONE
        ? frame.calledByRight(right).contains(left.functionHash(one))
        : frame.calledByLeft(left).contains(right.functionHash(other));
  }

  private boolean runsModules(int one, int other) {
    return one == Execution.NONE
        ? right.runsModules(other)
        : other == Execution.NONE && left.runsModules(one);
  }

  private static Optional<Activation> caller(Execution execution, int activation) {
    int caller = execution.caller(activation);
    return caller == Execution.NONE ? Optional.empty() : Optional.of(execution.activation(caller));
  }

  private static Optional<Occurrence> occurrence(
      Execution execution, TracedStack stack, int activation) {
    return activation == Execution.NONE
        ? Optional.empty()
        : Optional.of(of(execution, stack, activation));
  }

  static Occurrence of(Execution execution, TracedStack stack, int activation) {
    int hidden = Math.max(0, execution.callers(activation) - PATH);
    return new Occurrence(
        stack, execution.activation(activation), execution.path(activation, PATH), hidden);
  }
}
