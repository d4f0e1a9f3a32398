package dev.leadline.report.depths;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Depths.CutEffect;
import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.depths.Stack;
import dev.leadline.report.depths.DepthsText.ShortPythonNames;
import dev.leadline.report.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first lines of a report of depths: which number to write, and where. */
final class DepthsHeadline {

  private final Measurement measured;
  private final ShortPythonNames names;

  DepthsHeadline(Measurement measured, ShortPythonNames names) {
    this.measured = measured;
    this.names = names;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    Map<Integer, List<MeasuredPython>> byCutoff = byCutoff();
    if (!byCutoff.isEmpty()) {
      sentences.add(number(byCutoff));
    }
    measured.pythons().stream()
        .filter(python -> !python.hasCutoff() || python.failure().isPresent())
        .forEach(
            python ->
                sentences.add(
                    (python.hasCutoff() ? "but on " : "no number on ")
                        + names.of(python)
                        + ": "
                        + why(python)));
    byCutoff.forEach((cutoff, pythons) -> sentences.addAll(lost(cutoff, pythons)));
    return sentences;
  }

  private String number(Map<Integer, List<MeasuredPython>> byCutoff) {
    String numbers =
        byCutoff.entrySet().stream()
            .map(entry -> entry.getKey() + " on " + where(entry.getValue()))
            .collect(Collectors.joining("; "));
    String what =
        measured
            .runner()
            .map(runner -> "write " + numbers.replaceFirst(" on ", " in " + runner + " on "))
            .orElse("cutoff " + numbers);
    String why = ": the depth of the <module> of " + measured.programName();
    return what + why + (measured.runner().isPresent() ? child(byCutoff) : " under Leadline");
  }

  private static String child(Map<Integer, List<MeasuredPython>> byCutoff) {
    return byCutoff.values().stream()
            .flatMap(List::stream)
            .anyMatch(
                python ->
                    python.depths().flatMap(Depths::program).filter(Stack::isOfChild).isPresent())
        ? ", which a child process runs"
        : "";
  }

  private String where(List<MeasuredPython> pythons) {
    boolean all = pythons.size() == measured.pythons().size() && pythons.size() > 2;
    return all ? "all " + pythons.size() + " interpreters" : "CPython " + names.of(pythons);
  }

  private Map<Integer, List<MeasuredPython>> byCutoff() {
    return measured.pythons().stream()
        .filter(MeasuredPython::hasCutoff)
        .collect(
            Collectors.groupingBy(
                python -> python.depths().orElseThrow().cutoff().getAsInt(),
                TreeMap::new,
                Collectors.toList()));
  }

  private String why(MeasuredPython python) {
    return python
        .failure()
        .orElseGet(
            () ->
                measured.runner().map(runner -> runner + " never ran ").orElse("there was no ")
                    + measured.programName());
  }

  /** Where one number is not enough. */
  private List<String> lost(int cutoff, List<MeasuredPython> pythons) {
    MeasuredPython last = pythons.get(pythons.size() - 1);
    Depths depths = last.depths().orElseThrow();
    List<Stack> lost = depths.lostBy(cutoff);
    if (lost.isEmpty()) {
      return List.of();
    }
    CutEffect effect = depths.cutAt(cutoff);
    String stacks =
        lost.stream()
            .map(stack -> stack.kind().words() + ": " + stack.base())
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(
        "one number is not enough: "
            + cutoff
            + " loses "
            + Phrases.count(effect.lostCalls(), "call")
            + " on stacks of their own ("
            + stacks
            + ")");
  }
}
