package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceThread;
import dev.leadline.report.EventLayout.Place;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail.Choice;
import dev.leadline.report.text.TextLine;
import dev.leadline.report.text.TextLine.Tone;
import dev.leadline.report.text.TextReport;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.StoredSources;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Each event on a line of its own as it happens, indented by depth, with its source line. */
final class LinesReport implements EventSink {

  private static final int DEPTH_WIDTH = 4;
  private static final int INDENTED = 30;
  private static final int THREADS = 10_000;

  private final TextReport report;
  private final SourceAccess access;
  private final StoredSources stored = new StoredSources();
  private final EventLayout layout;
  private final DepthTotals totals = new DepthTotals();
  private final Map<TraceThread, Integer> shallowest = new IdentityHashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();

  LinesReport(Writer out, ReportStyle style, SourceAccess access) {
    this.access = access;
    this.layout = style.detail().grouped() ? new EventLayout.Grouped() : new EventLayout.Flat();
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) throws IOException {
    places.put(0, new Place(header, access.of(header, stored)));
    report.heading(header, OptionalInt.empty());
    report.flush();
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    stored.record(record);
    if (record instanceof ProcessBegin begin) {
      TraceProcess process = begin.process();
      places.put(
          process.number(), new Place(process.header(), access.of(process.header(), stored)));
      prose(mark(process.number()) + " is " + Phrases.process(process));
    } else if (record instanceof ProcessEnd end) {
      int process = end.process().number();
      places.remove(process);
      prose(mark(process) + " " + Phrases.outcome(end.ending()) + Phrases.status(end.ending()));
    } else if (record instanceof Notice notice) {
      prose("note: " + notice.text());
    }
  }

  private void prose(String sentence) throws IOException {
    report.prose(sentence);
    report.flush();
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    int indent = indent(frame);
    Place place = places.get(frame.thread().process());
    TextLine introduction = line(frame, indent);
    if (layout.introduce(introduction, event, place)) {
      report.write(introduction);
    }
    TextLine line = line(frame, indent);
    layout.describe(line, event, place);
    totals.event(event);
    report.write(line);
    report.flush();
  }

  @Override
  public void end(Ending ending) throws IOException {
    prose(Phrases.closing(totals.all(), ending));
  }

  private TextLine line(Frame frame, int indent) {
    TextLine line = report.line();
    line.right(Integer.toString(frame.depth()), DEPTH_WIDTH).add("  ");
    String mark = mark(frame.thread());
    line.add(mark.isEmpty() ? "" : mark + " ", Tone.FAINT);
    return line.add("  ".repeat(Math.min(indent, INDENTED)));
  }

  /**
   * Depth below the shallowest frame that its thread has shown so far; says which thread a new one
   * is.
   */
  private int indent(Frame frame) throws IOException {
    Integer known = shallowest.get(frame.thread());
    if (known == null) {
      introduce(frame.thread());
    }
    int least = known == null ? frame.depth() : Math.min(known, frame.depth());
    if (known == null || least < known) {
      shallowest.put(frame.thread(), least);
    }
    return frame.depth() - least;
  }

  private void introduce(TraceThread thread) throws IOException {
    if (shallowest.size() == THREADS) {
      shallowest.clear();
    }
    if (thread.id() != 0) {
      report.prose(mark(thread) + " is " + thread.word() + " " + thread.id() + " " + thread.name());
    }
  }

  /** Nothing for the program's main thread, {@code [1]} for another, {@code [2:1]} elsewhere. */
  private static String mark(TraceThread thread) {
    if (thread.process() == 0) {
      return thread.id() == 0 ? "" : "[" + thread.id() + "]";
    }
    return "[" + thread.process() + ":" + thread.id() + "]";
  }

  private static String mark(int process) {
    return "[" + process + ":0]";
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public String name() {
      return "lines";
    }

    @Override
    public String description() {
      return "each event as it happens, with its source line, indented by depth";
    }

    @Override
    public String extension() {
      return "txt";
    }

    @Override
    public boolean isLive() {
      return true;
    }

    @Override
    public Set<Choice> choices() {
      return Set.of(Choice.GROUPING);
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new LinesReport(target.text(), target.style(), target.sources());
    }
  }
}
