package dev.leadline.check.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** What differs between two lists of lines. */
final class Deltas {

  /**
   * A stretch of both lists, each from a place, included, to another one, excluded.
   *
   * @param equal whether both are the same there
   */
  record Delta(boolean equal, int oldFrom, int oldTo, int newFrom, int newTo) {}

  private Deltas() {}

  /** All stretches from the first line to the last; an equal one and a differing one take turns. */
  static List<Delta> of(List<String> old, List<String> young) {
    List<Delta> deltas = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, young, new MyersDiffWithLinearSpace<>(), null, true).getDeltas()) {
      add(
          deltas,
          new Delta(
              delta.getType() == DeltaType.EQUAL,
              delta.getSource().getPosition(),
              delta.getSource().getPosition() + delta.getSource().size(),
              delta.getTarget().getPosition(),
              delta.getTarget().getPosition() + delta.getTarget().size()));
    }
    return deltas;
  }

  /** A deletion right before an insertion is one change. */
  private static void add(List<Delta> deltas, Delta delta) {
    Delta last = deltas.isEmpty() ? delta : deltas.get(deltas.size() - 1);
    if (!deltas.isEmpty() && last.equal() == delta.equal()) {
      deltas.set(
          deltas.size() - 1,
          new Delta(delta.equal(), last.oldFrom(), delta.oldTo(), last.newFrom(), delta.newTo()));
    } else {
      deltas.add(delta);
    }
  }
}
