package dev.leadline.report;

import dev.leadline.compare.Difference;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.compare.Occurrence;
import dev.leadline.execution.Activation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two activations and all that they differ in, told as one; and through which callers it went on
 * where an exception passed through them on one side.
 */
final class DifferingPlace {

  private static final Set<DifferenceKind> OF_EXCEPTIONS =
      EnumSet.of(DifferenceKind.OUTCOME, DifferenceKind.EXCEPTION, DifferenceKind.LINES);

  private record Ends(int left, int right) {}

  private final List<DifferenceGroup> groups = new ArrayList<>();
  private final List<String> followers = new ArrayList<>();

  private DifferingPlace() {}

  /** The places of these groups, in their order. */
  static List<DifferingPlace> of(List<DifferenceGroup> groups) {
    Map<Ends, DifferingPlace> places = new LinkedHashMap<>();
    for (DifferenceGroup group : groups) {
      Difference first = group.first();
      Ends ends = new Ends(number(first.left()), number(first.right()));
      places.computeIfAbsent(ends, key -> new DifferingPlace()).groups.add(group);
    }
    List<DifferingPlace> told = new ArrayList<>();
    Map<Ends, DifferingPlace> passing = new HashMap<>();
    for (Map.Entry<Ends, DifferingPlace> entry : places.entrySet()) {
      DifferingPlace place = entry.getValue();
      DifferingPlace cause = passing.get(entry.getKey());
      if (cause != null && place.isOfExceptions()) {
        cause.followers.add(place.groups.get(0).function().qualname());
      } else {
        cause = place;
        told.add(place);
      }
      if (place.ends()) {
        passing.put(place.callers(), cause);
      }
    }
    return told;
  }

  /** All in which these two differ. */
  List<DifferenceGroup> groups() {
    return groups;
  }

  /** The callers that differ only since this one ended otherwise, the nearest first. */
  List<String> followers() {
    return followers;
  }

  private boolean isOfExceptions() {
    return groups.stream().allMatch(group -> OF_EXCEPTIONS.contains(group.kind()));
  }

  private boolean ends() {
    return groups.stream().anyMatch(group -> group.kind() == DifferenceKind.OUTCOME);
  }

  private Ends callers() {
    Difference first = groups.get(0).first();
    return new Ends(numberOf(first.leftCaller()), numberOf(first.rightCaller()));
  }

  private static int number(Optional<Occurrence> side) {
    return numberOf(side.map(Occurrence::activation));
  }

  private static int numberOf(Optional<Activation> activation) {
    return activation.map(Activation::number).orElse(-1);
  }
}
