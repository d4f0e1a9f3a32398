package dev.leadline.report.compare;

import dev.leadline.execution.Definition;
import dev.leadline.execution.Definition.FunctionKey;
import dev.leadline.execution.Execution.FunctionTime;
import dev.leadline.report.page.JsonColumns;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each function was called in each run, and what it took. */
final class FunctionCalls {

  /** Functions of a page. */
  private static final int MOST = 10_000;

  private record Row(Definition definition, long[] calls, long[] ownNs) {

    boolean differs() {
      return Arrays.stream(calls).distinct().count() > 1;
    }

    long most() {
      return Arrays.stream(calls).max().orElse(0);
    }
  }

  private final Map<FunctionKey, Row> rows = new LinkedHashMap<>();
  private final List<Row> kept;
  private final int runs;

  FunctionCalls(List<ComparedRun> runs) {
    this.runs = runs.size();
    for (int run = 0; run < runs.size(); run++) {
      if (runs.get(run).execution().isPresent()) {
        for (FunctionTime time : runs.get(run).execution().get().times()) {
          add(run, time);
        }
      }
    }
    kept =
        rows.values().stream()
            .sorted(Comparator.comparing(Row::differs).thenComparingLong(Row::most).reversed())
            .limit(MOST)
            .toList();
  }

  /** The rows that {@link #write} writes, by the function. */
  Map<FunctionKey, Integer> numbers() {
    Map<FunctionKey, Integer> numbers = new HashMap<>();
    kept.forEach(row -> numbers.put(row.definition().key(), numbers.size()));
    return numbers;
  }

  private void add(int run, FunctionTime time) {
    Row row =
        rows.computeIfAbsent(
            time.definition().key(),
            key -> new Row(time.definition(), new long[runs], new long[runs]));
    row.calls()[run] += time.calls();
    row.ownNs()[run] += time.ownNs();
  }

  /** How many functions {@link #write} leaves out. */
  int leftOut() {
    return Math.max(0, rows.size() - MOST);
  }

  /**
   * Writes a table: {@code qualname}, {@code file}, {@code line}, and for each run {@code calls0}
   * and {@code own0} (ns), {@code calls1} and so on. Functions that differ are kept first, then
   * those with the most calls.
   */
  void write(Writer out) throws IOException {
    JsonColumns columns = new JsonColumns(out);
    columns.texts("qualname", kept.stream().map(row -> row.definition().key().qualname()));
    columns.texts("file", kept.stream().map(row -> row.definition().key().file()));
    columns.numbers("line", kept.stream().mapToLong(row -> row.definition().firstlineno()));
    for (int run = 0; run < runs; run++) {
      int index = run;
      columns.numbers("calls" + run, kept.stream().mapToLong(row -> row.calls()[index]));
      columns.numbers("own" + run, kept.stream().mapToLong(row -> row.ownNs()[index]));
    }
    columns.close();
  }
}
