package dev.leadline.it;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lines that a difference is at. */
final class DifferenceLines {

  private DifferenceLines() {}

  static Set<Integer> of(DifferenceGroup group) {
    Difference difference = group.first();
    List<Activation> sides =
        Stream.of(difference.left(), difference.right())
            .flatMap(Optional::stream)
            .map(Occurrence::activation)
            .toList();
    Set<Integer> lines = new TreeSet<>();
    if (group.kind() == DifferenceKind.LINES) {
      changed(sides.get(0), sides.get(1), lines);
    }
    if (group.kind() == DifferenceKind.EXCEPTION) {
      sides.forEach(side -> lines.addAll(raising(side)));
    }
    if (lines.isEmpty()) {
      sides.forEach(side -> all(side, lines));
    }
    return lines;
  }

  private static void changed(Activation left, Activation right, Set<Integer> lines) {
    Set<Integer> reported = new TreeSet<>(left.lines().keySet());
    reported.addAll(right.lines().keySet());
    reported.removeIf(line -> Objects.equals(left.lines().get(line), right.lines().get(line)));
    lines.addAll(reported);
    if (!raising(left).equals(raising(right))) {
      lines.addAll(raising(left));
      lines.addAll(raising(right));
    }
  }

  private static List<Integer> raising(Activation side) {
    return side.exceptions().stream().map(SeenException::lineno).toList();
  }

  private static void all(Activation side, Set<Integer> lines) {
    lines.addAll(side.lines().keySet());
    lines.add(side.definition().firstlineno());
    lines.add(side.callerLine());
  }
}
