package dev.leadline.report.compare;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Outcome;
import java.util.Optional;

/** In what two sides differ, as a person says it behind the name of the function. */
final class KindText {

  private KindText() {}

  /** With the words of a text whose sides are left and right. */
  static String of(DifferenceGroup group) {
    return of(group, "the left", "the right");
  }

  /** With names for the sides: {@code is called on 3.9.18 only}. */
  static String of(DifferenceGroup group, String left, String right) {
    Difference first = group.first();
    return switch (group.kind()) {
      case CALL_LEFT -> "is called on " + left + " only";
      case CALL_RIGHT -> "is called on " + right + " only";
      case ORDER -> "is called in another order";
      case OUTCOME ->
          ends(first.left()) + " on " + left + ", " + ends(first.right()) + " on " + right;
      case EXCEPTION -> "sees other exceptions";
      case LINES -> "takes other lines";
      case HELPERS -> "has other frames of the compiler's in it";
      case LAYERS -> "has other frames below it";
      case STACK ->
          "runs in a thread that only " + (first.left().isPresent() ? left : right) + " has";
      case PROCESS_ORIGIN ->
          "runs in a process that came by "
              + origin(first.left())
              + " on "
              + left
              + ", by "
              + origin(first.right())
              + " on "
              + right;
    };
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
