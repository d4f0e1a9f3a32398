package dev.leadline.report.compare;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two activations and all that they differ in, shown as one, with the consequences. */
final class DifferingPlace {

  private static final Set<DifferenceKind> OF_CALLERS =
      EnumSet.of(DifferenceKind.OUTCOME, DifferenceKind.EXCEPTION, DifferenceKind.LINES);

  private record Ends(int left, int right) {}

  private final List<DifferenceGroup> groups = new ArrayList<>();

  private DifferingPlace() {}

  /** The places of these groups, in their order. */
  static List<DifferingPlace> of(List<DifferenceGroup> groups) {
    Map<Ends, DifferingPlace> places = new LinkedHashMap<>();
    for (DifferenceGroup group : groups) {
      Difference first = group.first();
      Ends ends = new Ends(number(first.left()), number(first.right()));
      places.computeIfAbsent(ends, key -> new DifferingPlace()).groups.add(group);
    }
    return List.copyOf(places.values());
  }

  /** All in which these two differ. */
  List<DifferenceGroup> groups() {
    return groups;
  }

  /** The callers that differ only since this one ended otherwise, the nearest first. */
  List<String> followers() {
    return consequences()
        .filter(group -> OF_CALLERS.contains(group.kind()))
        .map(group -> group.function().qualname())
        .distinct()
        .toList();
  }

  /** The calls that came on one side only since this one went another way. */
  List<DifferenceGroup> calls() {
    return consequences().filter(group -> !OF_CALLERS.contains(group.kind())).toList();
  }

  private Stream<DifferenceGroup> consequences() {
    return groups.stream().flatMap(group -> group.consequences().stream());
  }

  private static int number(Optional<Occurrence> side) {
    return side.map(Occurrence::activation).map(Activation::number).orElse(-1);
  }
}
