package dev.leadline.check.golden.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Shapes that follow each other, and how often they do so in a row.
 *
 * @param runs at least one; no two neighbours are of the same shape
 */
record Repeated(List<Run> runs, int count) {

  private static final int LONGEST = 16;

  /** A shape, and how many times in a row it comes. */
  record Run(GoldenShape shape, int count) {}

  Repeated {
    runs = List.copyOf(runs);
  }

  /**
   * The same shapes, in a short form: neighbours that are equal are one, and of sequences of up to
   * {@value #LONGEST} such that follow each other at least twice, the one that covers most.
   */
  static List<Repeated> of(List<GoldenShape> shapes) {
    List<Run> runs = runs(shapes);
    List<Repeated> all = new ArrayList<>();
    for (int from = 0; from < runs.size(); ) {
      Repeated next = longest(runs, from);
      all.add(next);
      from += next.runs.size() * next.count;
    }
    return all;
  }

  /** Its runs, each by itself. */
  List<Repeated> each() {
    return runs.stream().map(run -> new Repeated(List.of(run), 1)).toList();
  }

  private static List<Run> runs(List<GoldenShape> shapes) {
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < shapes.size(); ) {
      int to = from;
      while (to < shapes.size() && shapes.get(to) == shapes.get(from)) {
        to++;
      }
      runs.add(new Run(shapes.get(from), to - from));
      from = to;
    }
    return runs;
  }

  private static Repeated longest(List<Run> runs, int from) {
    int period = 1;
    int count = 1;
    for (int tried = 2; tried <= LONGEST && from + 2 * tried <= runs.size(); tried++) {
      int times = times(runs, from, tried);
      if (times > 1 && times * tried > count * period) {
        period = tried;
        count = times;
      }
    }
    return new Repeated(runs.subList(from, from + period), count);
  }

  private static int times(List<Run> runs, int from, int period) {
    int to = from + period;
    while (to < runs.size() && runs.get(to).equals(runs.get(to - period))) {
      to++;
    }
    return (to - from) / period;
  }
}
