package dev.leadline.report.profile;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.PathVisitor;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.report.format.ReportTarget;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collapsed stacks, which {@code flamegraph.pl} and its relatives read: on each line a lane and the
 * functions of a call path, with semicolons between them, and the nanoseconds of the last one
 * alone. Paths without such time are left out.
 */
public final class CollapsedReport implements EventSink {

  private final CallTree tree = new CallTree();
  private final Map<TracedFunction, String> names = new HashMap<>();
  private final Writer out;
  private FunctionLabels labels;

  private CollapsedReport(Writer out) {
    this.out = out;
  }

  @Override
  public void header(Header header) {
    labels = new FunctionLabels(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    tree.events(events);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    tree.record(record);
  }

  @Override
  public void end(Ending ending) throws IOException {
    tree.end(ending);
    for (CallTree.ThreadTree thread : tree.threads()) {
      write(new Lane(0, thread.thread()).name().replace(';', ':'), thread.roots());
    }
    out.flush();
  }

  /** The path is one text, cut back to each caller's. */
  private void write(String lane, List<CallNode> roots) throws IOException {
    StringBuilder path = new StringBuilder(lane);
    PathVisitor.walk(
        roots,
        path.length(),
        (node, length) -> {
          path.setLength(length);
          path.append(';').append(names.computeIfAbsent(node.function(), this::name));
          long own = node.ownNs().orElse(0);
          if (own > 0) {
            out.append(path).append(' ').append(Long.toString(own)).append('\n');
          }
          return path.length();
        });
  }

  private String name(TracedFunction function) {
    return labels.of(function).replace(';', ':');
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  /** In the list of formats. */
  public static final class Format implements ProfileFormat {

    @Override
    public Described described() {
      return new Described(
          "collapsed", "own time by call path, for flamegraph.pl and inferno", "folded");
    }

    @Override
    public boolean isForTerminals() {
      return true;
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new CollapsedReport(target.text());
    }
  }
}
