package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.FunctionTotals;
import dev.leadline.calltree.Tally;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Totals by function and by depth. */
final class SummaryReport implements EventSink {

  private final TextReport report;
  private final FunctionTotals functions = new FunctionTotals();
  private final DepthTotals depths = new DepthTotals();
  private final Notices notices = new Notices();
  private Header header;

  SummaryReport(Writer out, ReportStyle style) {
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) {
    this.header = header;
  }

  @Override
  public void event(TraceEvent event) {
    functions.event(event);
    depths.event(event);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void end(Ending ending) throws IOException {
    functions.end(ending);
    report.heading(header, ending.baseDepth());
    writeFunctions();
    report.blank();
    new DepthTable(depths).write(report);
    report.blank();
    report.notices(notices);
    report.prose(Shown.closing(depths.all(), ending));
    report.flush();
  }

  private void writeFunctions() throws IOException {
    List<Map.Entry<TracedFunction, Tally>> rows = sorted(functions.byFunction(), header.timed());
    TallyColumns columns = new TallyColumns(header.timed());
    rows.forEach(row -> columns.widenFor(row.getValue()));
    report.write(columns.head(report.line()).add("function"));
    for (Map.Entry<TracedFunction, Tally> row : rows) {
      report.write(row(row.getKey(), row.getValue(), columns));
    }
  }

  private TextLine row(TracedFunction function, Tally tally, TallyColumns columns) {
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
