package dev.leadline.report.html;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.report.page.JsonColumns;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** The call paths of all stacks, callers first: a row has the number of its caller's row. */
final class PathTable {

  private record Row(CallNode node, int lane, int caller) {}

  private static final int NO_CALLER = -1;

  private final List<Row> rows = new ArrayList<>();
  private final Numbered<TracedFunction> functions;

  PathTable(PageContent content) {
    functions = content.functions();
    for (CallTree.ThreadTree thread : content.tree().threads()) {
      add(thread.roots(), content.lanes().of(thread.thread()).number());
    }
  }

  private void add(List<CallNode> roots, int lane) {
    Deque<Row> open = new ArrayDeque<>();
    pushReversed(open, roots, lane, NO_CALLER);
    while (!open.isEmpty()) {
      Row row = open.pop();
      rows.add(row);
      pushReversed(open, row.node().children(), lane, rows.size() - 1);
    }
  }

  private static void pushReversed(Deque<Row> open, List<CallNode> nodes, int lane, int caller) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      open.push(new Row(nodes.get(i), lane, caller));
    }
  }

  /** Numbers the functions, before their table is written. */
  void numberFunctions() {
    rows.forEach(row -> functions.of(row.node().function()));
  }

  void write(JsonColumns columns) throws IOException {
    columns.numbers("lane", rows.stream().mapToLong(Row::lane));
    columns.numbers("caller", rows.stream().mapToLong(Row::caller));
    columns.numbers(
        "function", rows.stream().mapToLong(row -> functions.of(row.node().function())));
    columns.numbers("calls", counts(CallNode::calls));
    columns.numbers("resumes", counts(CallNode::resumes));
    columns.numbers("lines", counts(CallNode::lines));
    columns.numbers("exceptions", counts(CallNode::exceptions));
    columns.numbers("own", counts(node -> node.ownNs().orElse(0)));
    columns.numbers("total", counts(node -> node.totalNs().orElse(0)));
    columns.close();
  }

  private LongStream counts(ToLongFunction<CallNode> count) {
    return rows.stream().mapToLong(row -> count.applyAsLong(row.node()));
  }
}
