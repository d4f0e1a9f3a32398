package dev.leadline.report;

import dev.leadline.depths.MeasuredPython;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names interpreters in sentences, as short as they can be told apart: {@code 3.8}, {@code 3.12}.
 */
final class PythonNames {

  private final List<MeasuredPython> all;

  PythonNames(List<MeasuredPython> all) {
    this.all = all;
  }

  String of(MeasuredPython python) {
    String minor = minor(python);
    boolean alone = all.stream().filter(other -> minor(other).equals(minor)).count() == 1;
    return alone && all.size() > 1 ? minor : python.version();
  }

  String of(List<MeasuredPython> pythons) {
    return pythons.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private static String minor(MeasuredPython python) {
    String[] parts = python.version().split("\\.");
    return parts.length < 2 ? python.version() : parts[0] + "." + parts[1];
  }
}
