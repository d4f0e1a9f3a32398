package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.depths.Stack;
import dev.leadline.depths.StackKind;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each interpreter: the numbers by which they differ. */
final class DepthsMatrix {

  /** Of little interest beside the others; the sections have them. */
  private static final List<StackKind> LEFT_OUT = List.of(StackKind.IMPORT, StackKind.CALLBACK);

  private static final String NONE = "-";

  private DepthsMatrix() {}

  static TextTable of(List<MeasuredPython> pythons) {
    List<StackKind> kinds = kinds(pythons);
    boolean events = pythons.stream().flatMap(DepthsMatrix::depths).noneMatch(Depths::countedOnly);
    List<String> heads = new ArrayList<>(List.of("CPython", "cutoff", "calls"));
    if (events) {
      heads.add("events");
    }
    kinds.forEach(kind -> heads.add(kind.words()));
    heads.add("");
    TextTable table = new TextTable("l" + "r".repeat(heads.size() - 2) + "l", heads);
    for (MeasuredPython python : pythons) {
      table.row(
          python.failure().isPresent() ? Tone.ALARM : Tone.PLAIN,
          row(python, kinds, events).toArray(String[]::new));
    }
    return table;
  }

  private static List<StackKind> kinds(List<MeasuredPython> pythons) {
    return pythons.stream()
        .flatMap(DepthsMatrix::depths)
        .flatMap(depths -> depths.others().stream())
        .map(Stack::kind)
        .filter(kind -> !LEFT_OUT.contains(kind))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> row(MeasuredPython python, List<StackKind> kinds, boolean events) {
    List<String> row = new ArrayList<>(List.of(python.version()));
    List<Stack> stacks = depths(python).flatMap(DepthsMatrix::stacks).toList();
    boolean known = depths(python).anyMatch(depths -> depths.program().isPresent());
    row.add(
        depths(python)
            .flatMap(depths -> depths.program().stream())
            .map(stack -> "" + stack.base())
            .findFirst()
            .orElse(NONE));
    row.add(known ? "" + stacks.stream().mapToLong(Stack::calls).sum() : NONE);
    if (events) {
      row.add(known ? "" + stacks.stream().mapToLong(Stack::events).sum() : NONE);
    }
    kinds.forEach(kind -> row.add(bases(stacks, kind)));
    row.add(python.failure().map(why -> word(python)).orElse(""));
    return row;
  }

  private static String bases(List<Stack> stacks, StackKind kind) {
    String bases =
        stacks.stream()
            .filter(stack -> stack.kind() == kind)
            .map(stack -> "" + stack.base())
            .distinct()
            .collect(Collectors.joining(","));
    return bases.isEmpty() ? NONE : bases;
  }

  private static Stream<Stack> stacks(Depths depths) {
    return Stream.concat(depths.program().stream(), depths.others().stream());
  }

  private static Stream<Depths> depths(MeasuredPython python) {
    return python.depths().stream();
  }

  /** The whole sentence stands above the table. */
  private static String word(MeasuredPython python) {
    return depths(python)
        .map(depths -> depths.ending().outcome())
        .map(outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .findFirst()
        .orElse("not started");
  }
}
