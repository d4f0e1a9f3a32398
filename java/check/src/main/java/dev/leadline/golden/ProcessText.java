package dev.leadline.golden;

import dev.leadline.report.TerminalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a process called, or several of which nobody knows which called what. */
final class ProcessText {

  private final String heading;
  private final List<Shape> ordered = new ArrayList<>();
  private final Map<Shape, Integer> ofThreads = new LinkedHashMap<>();
  private final Map<Shape, Integer> ofGreenlets = new LinkedHashMap<>();

  /**
   * A process.
   *
   * @param heading what it is called; empty for the program itself
   */
  ProcessText(String heading) {
    this.heading = TerminalText.escape(heading);
  }

  String heading() {
    return heading;
  }

  void add(List<Shape> called) {
    ordered.addAll(called);
  }

  void addOfThread(List<Shape> called) {
    called.forEach(shape -> ofThreads.merge(shape, 1, Integer::sum));
  }

  void addOfGreenlet(List<Shape> called) {
    called.forEach(shape -> ofGreenlets.merge(shape, 1, Integer::sum));
  }

  /** All of it, by which it is put in order. */
  String text(String file) throws TooLongException {
    TextLines lines = new TextLines();
    write(lines, 0, "", file);
    return lines.text();
  }

  /**
   * Writes it.
   *
   * @param times how many there are of it, as it is written
   * @param file the file that need not be named
   */
  void write(TextLines lines, int level, String times, String file) throws TooLongException {
    int beneath = level;
    if (!heading.isEmpty()) {
      lines.heading(heading + times + ":", level);
      beneath++;
    }
    lines.shapes(Repeated.of(ordered), beneath, file);
    if (isOfWorkers()) {
      lines.shapes(sorted(ofThreads, file), beneath, file);
    } else {
      part("threads:", ofThreads, lines, beneath, file);
    }
    part("greenlets:", ofGreenlets, lines, beneath, file);
  }

  private static void part(
      String name, Map<Shape, Integer> shapes, TextLines lines, int level, String file)
      throws TooLongException {
    if (!shapes.isEmpty()) {
      lines.heading(name, level);
      lines.shapes(sorted(shapes, file), level + 1, file);
    }
  }

  private boolean isOfWorkers() {
    return ordered.isEmpty() && !heading.isEmpty();
  }

  private static List<Repeated> sorted(Map<Shape, Integer> shapes, String file)
      throws TooLongException {
    SortedMap<String, Repeated.Run> byText = new TreeMap<>();
    for (Map.Entry<Shape, Integer> entry : shapes.entrySet()) {
      TextLines text = new TextLines();
      text.shapes(Repeated.of(List.of(entry.getKey())), 0, file);
      byText.merge(
          text.text(),
          new Repeated.Run(entry.getKey(), entry.getValue()),
          (one, same) -> new Repeated.Run(one.shape(), one.count() + same.count()));
    }
    return byText.values().stream().map(run -> new Repeated(List.of(run), 1)).toList();
  }
}
