package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.DepthTotals.Place;
import dev.leadline.event.EventKind;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Events of each kind by depth and level, as a table; kinds that never came have no column. */
final class DepthTable {

  private final List<List<String>> rows = new ArrayList<>();

  DepthTable(DepthTotals totals) {
    List<EventKind> kinds = new ArrayList<>(totals.all().keySet());
    Collections.sort(kinds);
    List<String> head = new ArrayList<>(List.of("depth", "level"));
    kinds.forEach(kind -> head.add(kind.pythonName()));
    rows.add(head);
    totals.byPlace().forEach((place, counts) -> rows.add(row(place, counts, kinds)));
  }

  void write(TextReport report) throws IOException {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      TextLine line = report.line();
      for (int i = 0; i < widths.length; i++) {
        line.add(i == 0 ? "" : "  ", Tone.PLAIN).right(row.get(i), widths[i]);
      }
      report.write(line);
    }
  }

  private static List<String> row(Place place, Map<EventKind, Long> counts, List<EventKind> kinds) {
    boolean other = place.compareTo(Place.OTHER) == 0;
    List<String> row = new ArrayList<>();
    row.add(other ? "(other)" : Integer.toString(place.depth()));
    row.add(other ? "" : Integer.toString(place.level()));
    kinds.forEach(kind -> row.add(Long.toString(counts.getOrDefault(kind, 0L))));
    return row;
  }
}
