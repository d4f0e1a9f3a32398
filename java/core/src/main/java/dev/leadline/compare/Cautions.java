package dev.leadline.compare;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Notice;
import dev.leadline.event.Recording;
import dev.leadline.execution.ExecutionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What makes a comparison less than it seems. */
final class Cautions {

  private Cautions() {}

  static List<String> of(Sides sides) {
    List<String> cautions = new ArrayList<>();
    if (!sameChoice(sides.left().header().recording(), sides.right().header().recording())) {
      cautions.add("the two traces were recorded with different filters");
    }
    of("left", sides.left(), cautions);
    of("right", sides.right(), cautions);
    return cautions;
  }

  private static void of(String side, ExecutionFacts facts, List<String> cautions) {
    if (facts.ending().outcome() == Ending.Outcome.CUT) {
      cautions.add("the " + side + " trace stops in the middle");
    }
    if (facts.unplacedStacks() > 0) {
      cautions.add(
          "the %s trace has %d stacks beyond %d, which were left out"
              .formatted(side, facts.unplacedStacks(), facts.stacks()));
    }
    Set<EventKind> kinds = facts.header().recording().events();
    if (!kinds.contains(EventKind.LINE) || !kinds.contains(EventKind.EXCEPTION)) {
      cautions.add("the " + side + " trace was recorded without all of lines and exceptions");
    }
    for (Notice notice : facts.notices()) {
      cautions.add("the " + side + " trace: " + notice.text());
    }
  }

  /** Values and roots may differ: directories do, from one machine or commit to the other. */
  private static boolean sameChoice(Recording left, Recording right) {
    return left.cutoff().equals(right.cutoff())
        && left.moduleLevel() == right.moduleLevel()
        && left.levels().equals(right.levels())
        && left.scopes().equals(right.scopes())
        && left.include().equals(right.include())
        && left.exclude().equals(right.exclude())
        && left.functions().equals(right.functions())
        && left.events().equals(right.events())
        && left.maxEvents().equals(right.maxEvents());
  }
}
