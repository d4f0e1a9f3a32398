package dev.leadline.report.html;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.PathVisitor;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.report.page.JsonColumns;
import java.io.IOException;
import java.util.ArrayList;
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
      int lane = content.lanes().of(thread.thread()).number();
      PathVisitor.walk(thread.roots(), NO_CALLER, (path, caller) -> add(path, lane, caller));
    }
  }

  private int add(CallNode path, int lane, int caller) {
    rows.add(new Row(path, lane, caller));
    return rows.size() - 1;
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
