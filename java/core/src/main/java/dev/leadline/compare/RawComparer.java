package dev.leadline.compare;

import dev.leadline.execution.EventList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lays the naked event lists of two traces side by side, stack by stack, in linear time. */
public final class RawComparer {

  /**
   * Events that one side has where the other has others, or none.
   *
   * @param stack the process and thread
   * @param left the events of the left
   * @param right the events of the right
   */
  public record Hunk(String stack, List<String> left, List<String> right) {
    public Hunk {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /** Takes what differs, as it is found. */
  @FunctionalInterface
  public interface Hunks {
    /** One place. */
    void hunk(Hunk hunk) throws IOException;
  }

  private final EventList left;
  private final EventList right;

  /** One for these two, which stay open. */
  public RawComparer(EventList left, EventList right) {
    this.left = left;
    this.right = right;
  }

  /** Tells every place where they differ, and nothing where they are equal. */
  public void compare(Hunks hunks) throws IOException {
    Set<String> stacks = new LinkedHashSet<>(left.stacks().keySet());
    stacks.addAll(right.stacks().keySet());
    for (String stack : stacks) {
      Siblings lefts =
          new Siblings(Sequence.of(left), left.stacks().getOrDefault(stack, EventList.NONE));
      Siblings rights =
          new Siblings(Sequence.of(right), right.stacks().getOrDefault(stack, EventList.NONE));
      compare(stack, lefts, rights, hunks);
    }
  }

  private void compare(String stack, Siblings lefts, Siblings rights, Hunks hunks)
      throws IOException {
    while (lefts.has(0) || rights.has(0)) {
      if (lefts.has(0) && rights.has(0) && lefts.full(0) == rights.full(0)) {
        lefts.skip(1);
        rights.skip(1);
        continue;
      }
      Resynchronisation.Gap gap = new Resynchronisation(lefts, rights).gap();
      hunks.hunk(
          new Hunk(stack, texts(left, lefts, gap.left()), texts(right, rights, gap.right())));
      lefts.skip(gap.left());
      rights.skip(gap.right());
    }
  }

  private static List<String> texts(EventList events, Siblings siblings, int count) {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(events.text(siblings.get(i)));
    }
    return texts;
  }
}
