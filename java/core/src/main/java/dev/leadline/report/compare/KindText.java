package dev.leadline.report.compare;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Outcome;
import java.util.Optional;

/** In what two sides differ, as a person says it behind the name of the function. */
final class KindText {

  private KindText() {}

  static String of(DifferenceGroup group) {
    Difference first = group.first();
    return switch (group.kind()) {
      case CALL_LEFT -> "is called on the left only";
      case CALL_RIGHT -> "is called on the right only";
      case ORDER -> "is called in another order";
      case OUTCOME -> ends(first.left()) + " on the left, " + ends(first.right()) + " on the right";
      case EXCEPTION -> "sees other exceptions";
      case LINES -> "takes other lines";
      case HELPERS -> "has other frames of the compiler's in it";
      case LAYERS -> "has other frames below it";
      case STACK -> "runs in a thread that only the " + side(first) + " has";
      case PROCESS_ORIGIN ->
          "runs in a process that came by "
              + origin(first.left())
              + " on the left, by "
              + origin(first.right())
              + " on the right";
    };
  }

  private static String side(Difference difference) {
    return difference.left().isPresent() ? "left" : "right";
  }

  private static String ends(Optional<Occurrence> side) {
    Outcome outcome = side.orElseThrow().activation().outcome();
    return switch (outcome.kind()) {
      case RETURNED -> "returns";
      case RAISED -> "raises " + outcome.type();
      case OPEN -> "does not end";
    };
  }

  private static String origin(Optional<Occurrence> side) {
    return side.orElseThrow().stack().process().header().origin().wireName();
  }
}
