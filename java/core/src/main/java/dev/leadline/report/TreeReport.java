package dev.leadline.report;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;

/** The call tree, aggregated by call path, with counts and times. */
final class TreeReport implements EventSink {

  /** Deeper paths are indented no further, and say how deep they are. */
  private static final int INDENTED = 40;

  private final TextReport report;
  private final CallTree tree = new CallTree();
  private final DepthTotals totals = new DepthTotals();
  private final Notices notices = new Notices();
  private Header header;

  TreeReport(Writer out, ReportStyle style) {
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) {
    tree.event(event);
    totals.event(event);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void end(Ending ending) throws IOException {
    tree.end(ending);
    report.heading(header, ending.baseDepth());
    TallyColumns columns = new TallyColumns(header.timed());
    for (CallTree.ThreadTree thread : tree.threads()) {
      new CallPaths(thread.roots()).forEach((node, indent) -> columns.widenFor(node));
    }
    report.write(columns.head(report.line()).add("function"));
    for (CallTree.ThreadTree thread : tree.threads()) {
      write(thread, columns);
    }
    report.notices(notices);
    if (tree.folded() > 0) {
      report.prose(
          "note: too many call paths, or too long ones; "
              + Shown.count(tree.folded(), "call")
              + " counted under (other)");
    }
    report.prose(Shown.closing(totals.all(), ending));
    report.flush();
  }

  private void write(CallTree.ThreadTree thread, TallyColumns columns) throws IOException {
    if (tree.threads().size() > 1) {
      report.write(report.line().add("thread " + thread.thread().name(), Tone.STRONG));
    }
    new CallPaths(thread.roots())
        .forEach((node, indent) -> report.write(row(node, indent, columns)));
  }

  private TextLine row(CallNode node, int indent, TallyColumns columns) {
    TracedFunction function = node.function();
    TextLine line = columns.row(report.line(), node);
    line.add("  ".repeat(Math.min(indent, INDENTED)));
    line.add(indent > INDENTED ? "(+" + (indent - INDENTED) + ") " : "");
    line.add(function.qualname());
    return line.addPlace(function, node, header);
  }
}
