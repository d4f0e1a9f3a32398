package dev.leadline.report;

import dev.leadline.calltree.CallFolding;
import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.CallTree.ThreadTree;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.report.FunctionTable.Column;
import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail;
import dev.leadline.report.text.ReportStyle.Detail.Choice;
import dev.leadline.report.text.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The call tree, aggregated by call path, with counts, times and their share of the whole. */
final class TreeReport extends FinalReport {

  private final TextReport report;
  private final ReportStyle style;
  private final CallTree tree;

  TreeReport(Writer out, ReportStyle style) {
    this(out, style, new CallTree(CallTree.Bounds.DEFAULT, style.detail().merges()));
  }

  private TreeReport(Writer out, ReportStyle style, CallTree tree) {
    super(tree);
    this.report = new TextReport(out, style);
    this.style = style;
    this.tree = tree;
  }

  @Override
  void write(Ending ending) throws IOException {
    boolean timed = header().timed();
    Map<ThreadTree, List<WeighedPath>> sections = new LinkedHashMap<>();
    tree.threads().forEach(thread -> sections.put(thread, paths(thread, timed)));
    List<WeighedPath> all = sections.values().stream().flatMap(List::stream).toList();
    long whole =
        all.stream().filter(path -> path.caller() == null).mapToLong(WeighedPath::weight).sum();
    LeftOut rest = new LeftOut(style.detail().least(), style.detail().top());
    rest.choose(all, whole, WeighedPath::weight, WeighedPath::hide);
    if (style.detail().folds()) {
      all.forEach(path -> path.join(style.detail().least() * whole));
    }
    all.stream().filter(WeighedPath::isEdge).forEach(path -> rest.weigh(path.weight()));
    List<Column> columns =
        timed
            ? List.of(Column.CALLS, Column.OWN, Column.TOTAL, Column.TOTAL_SHARE)
            : List.of(Column.CALLS, Column.LINES);
    FunctionTable table = new FunctionTable(report, style, columns, whole);
    ProcessSections<List<WeighedPath>> parts = new ProcessSections<>(table, processes());
    sections.forEach((thread, paths) -> parts.add(thread, paths));
    parts.write(header(), (header, paths) -> rows(paths, new FunctionNames(header), table));
    report.heading(header(), ending.baseDepth(), parts.deepest());
    table.write();
    parts.note(report);
    rest.write(report, "path", timed);
    report.notices(notices());
    if (tree.folded() > 0) {
      report.prose(
          "note: too many call paths, or too long ones; "
              + Phrases.count(tree.folded(), "call")
              + " counted under (other)");
    }
    report.prose(Phrases.closing(depths().all(), ending));
    report.flush();
  }

  private List<WeighedPath> paths(ThreadTree thread, boolean timed) {
    Detail detail = style.detail();
    List<CallNode> roots = detail.folds() ? CallFolding.fold(thread.roots()) : thread.roots();
    return WeighedPath.of(roots, timed, detail);
  }

  private static void rows(List<WeighedPath> paths, FunctionNames names, FunctionTable table) {
    Map<WeighedPath, Integer> indents = new IdentityHashMap<>();
    for (WeighedPath path : paths) {
      if (path.isShown() && !path.isPassing()) {
        List<WeighedPath> chain = path.chain();
        WeighedPath above = chain.get(0).caller();
        int indent = above == null ? 0 : indents.get(above) + 1;
        indents.put(path, indent);
        List<CallNode> nodes = chain.stream().map(WeighedPath::node).toList();
        String name = name(chain, above);
        table.row(nodes, indent, name, names.place(path.node().function()));
      }
    }
  }

  private static String name(List<WeighedPath> chain, WeighedPath above) {
    List<String> names = new ArrayList<>();
    TracedFunction caller = above == null ? TracedFunction.OTHER : above.node().function();
    for (WeighedPath path : chain) {
      names.add(FunctionNames.below(path.node().function(), caller));
      caller = path.node().function();
    }
    return String.join(" > ", names);
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described("tree", "calls by path, with own and total time and its share", "txt");
    }

    @Override
    public Set<Need> needs() {
      return Set.of(Need.CALLS);
    }

    @Override
    public Set<Choice> choices() {
      return Set.of(Choice.AMOUNT, Choice.FOLDING, Choice.MERGING);
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new TreeReport(target.text(), target.style());
    }
  }
}
