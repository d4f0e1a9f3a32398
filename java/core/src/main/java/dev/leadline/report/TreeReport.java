package dev.leadline.report;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The call tree, aggregated by call path, with counts and times. */
final class TreeReport extends FinalReport {

  /** Deeper paths are indented no further, and say how deep they are. */
  private static final int INDENTED = 40;

  private final TextReport report;
  private final CallTree tree;

  TreeReport(Writer out, ReportStyle style) {
    this(out, style, new CallTree());
  }

  private TreeReport(Writer out, ReportStyle style, CallTree tree) {
    super(tree);
    this.report = new TextReport(out, style);
    this.tree = tree;
  }

  @Override
  void write(Ending ending) throws IOException {
    report.heading(header(), ending.baseDepth());
    TallyColumns columns = new TallyColumns(header().timed());
    Map<TraceThread, List<CallNode>> roots = new LinkedHashMap<>();
    for (CallTree.ThreadTree thread : tree.threads()) {
      roots.put(thread.thread(), thread.roots());
      new CallPaths(thread.roots()).forEach((node, indent) -> columns.widenFor(node));
    }
    report.write(columns.head(report.line()).add("function"));
    new ProcessSections<>(report, processes(), roots)
        .write(header(), (header, nodes) -> write(nodes, header, columns));
    report.notices(notices());
    if (tree.folded() > 0) {
      report.prose(
          "note: too many call paths, or too long ones; "
              + Shown.count(tree.folded(), "call")
              + " counted under (other)");
    }
    report.prose(Shown.closing(depths().all(), ending));
    report.flush();
  }

  private void write(List<CallNode> roots, Header header, TallyColumns columns) throws IOException {
    new CallPaths(roots)
        .forEach((node, indent) -> report.write(row(node, indent, header, columns)));
  }

  private TextLine row(CallNode node, int indent, Header header, TallyColumns columns) {
    TracedFunction function = node.function();
    TextLine line = columns.row(report.line(), node);
    line.add("  ".repeat(Math.min(indent, INDENTED)));
    line.add(indent > INDENTED ? "(+" + (indent - INDENTED) + ") " : "");
    line.add(function.qualname());
    return line.addPlace(function, node, header);
  }
}
