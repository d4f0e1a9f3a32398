package dev.leadline.it;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a query gives.
 *
 * @param rows the texts of its cells, a null as {@code NULL}
 */
record Table(List<String> columns, List<List<String>> rows) {

  /** Columns side by side, two spaces between them: as documents show it. */
  List<String> lines() {
    List<Integer> widths =
        IntStream.range(0, columns.size())
            .mapToObj(i -> all().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    return all().map(row -> line(row, widths)).toList();
  }

  private Stream<List<String>> all() {
    return Stream.concat(Stream.of(columns), rows.stream());
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
