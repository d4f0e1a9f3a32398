package dev.leadline.report;

import dev.leadline.calltree.FunctionTotals;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Totals by function, for each thread, and by depth. */
final class SummaryReport extends FinalReport {

  private final TextReport report;
  private final FunctionTotals functions;

  SummaryReport(Writer out, ReportStyle style) {
    this(out, style, new FunctionTotals());
  }

  private SummaryReport(Writer out, ReportStyle style, FunctionTotals functions) {
    super(functions);
    this.report = new TextReport(out, style);
    this.functions = functions;
  }

  @Override
  void write(Ending ending) throws IOException {
    report.heading(header(), ending.baseDepth());
    writeFunctions();
    report.blank();
    new DepthTable(depths()).write(report);
    report.blank();
    report.notices(notices());
    report.prose(Shown.closing(depths().all(), ending));
    report.flush();
  }

  private void writeFunctions() throws IOException {
    Map<TraceThread, Map<TracedFunction, Tally>> threads = functions.byThread();
    TallyColumns columns = new TallyColumns(header().timed());
    threads.values().forEach(tallies -> tallies.values().forEach(columns::widenFor));
    report.write(columns.head(report.line()).add("function"));
    new ProcessSections<>(report, processes(), threads)
        .write(header(), (header, tallies) -> write(tallies, header, columns));
  }

  private void write(Map<TracedFunction, Tally> tallies, Header header, TallyColumns columns)
      throws IOException {
    for (Map.Entry<TracedFunction, Tally> row : sorted(tallies, header.timed())) {
      report.write(row(row.getKey(), row.getValue(), header, columns));
    }
  }

  private TextLine row(TracedFunction function, Tally tally, Header header, TallyColumns columns) {
    TextLine line = columns.row(report.line(), tally).add(function.qualname());
    return line.addPlace(function, tally, header);
  }

  /** Most own time first; without times, most calls. */
  static List<Map.Entry<TracedFunction, Tally>> sorted(
      Map<TracedFunction, Tally> totals, boolean timed) {
    Comparator<Tally> order =
        timed
            ? Comparator.comparingLong(tally -> tally.ownNs().orElse(0))
            : Comparator.comparingLong(Tally::calls);
    return totals.entrySet().stream().sorted(Map.Entry.comparingByValue(order.reversed())).toList();
  }
}
