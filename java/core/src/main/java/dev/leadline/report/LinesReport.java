package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.ProcessBegin;
import dev.leadline.event.TraceRecord.ProcessEnd;
import dev.leadline.event.TraceThread;
import dev.leadline.report.EventLayout.Place;
import dev.leadline.report.LineRows.Row;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Each event on a line of its own as it happens, indented by depth, with its source line. */
final class LinesReport implements EventSink {

  private static final int DEPTH_WIDTH = 4;
  private static final int INDENTED = 30;
  private static final int THREADS = 10_000;

  private final Writer out;
  private final ReportStyle style;
  private final TextReport report;
  private final SourceAccess access;
  private final StoredSources stored = new StoredSources();
  private final EventLayout layout;
  private final DepthTotals totals = new DepthTotals();
  private final Map<TraceThread, Integer> shallowest = new IdentityHashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();
  private final KnownRows known = new KnownRows();
  private LineRows rows;

  LinesReport(Writer out, ReportStyle style, SourceAccess access) {
    this.out = out;
    this.style = style;
    this.access = access;
    this.layout = style.detail().grouped() ? new EventLayout.Grouped() : new EventLayout.Flat();
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) throws IOException {
    places.put(0, new Place(header, access.of(header, stored)));
    rows = new LineRows(out, style, header, this::beginning);
    report.heading(header, OptionalInt.empty());
    report.flush();
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    stored.record(record);
    rows.record(record);
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
  public void events(EventBatch events) throws IOException {
    totals.events(events);
    Place place = places.get(events.thread().process());
    for (int i = 0; i < events.size(); i++) {
      Frame frame = events.frame(i);
      rows.event(events, i);
      introduce(frame);
      if (layout.introduces(frame, events.kind(i))) {
        TextLine introduction = beginning(frame);
        layout.introduce(introduction, frame, place);
        rows.write(introduction.text());
      }
      rows.write(row(events, i, place), frame.thread());
    }
    report.flush();
  }

  /** The row of an event: programs do the same again and again, and to write it anew takes long. */
  private Row row(EventBatch events, int index, Place place) {
    Frame frame = events.frame(index);
    int indent = indent(frame);
    Optional<Row> row = known.row(events, index, indent);
    if (row.isPresent()) {
      return row.get();
    }
    TextLine line = beginning(frame);
    layout.describe(line, events.event(index), place);
    Row made = rows.row(line);
    known.keep(events, index, indent, made);
    return made;
  }

  @Override
  public void end(Ending ending) throws IOException {
    rows.end(ending);
    prose(Phrases.closing(totals.all(), ending));
  }

  /** Depth and indent of a frame. */
  private TextLine beginning(Frame frame) {
    TextLine line = rows.line();
    line.right(Integer.toString(frame.depth()), DEPTH_WIDTH).add("  ");
    String mark = mark(frame.thread());
    line.add(mark.isEmpty() ? "" : mark + " ", Tone.FAINT);
    return line.add("  ".repeat(Math.min(indent(frame), INDENTED)));
  }

  /** Depth below the shallowest frame that its thread has shown so far. */
  private int indent(Frame frame) {
    return frame.depth() - shallowest.merge(frame.thread(), frame.depth(), Math::min);
  }

  /** Says which thread a new one is. */
  private void introduce(Frame frame) throws IOException {
    if (!shallowest.containsKey(frame.thread())) {
      introduce(frame.thread());
      shallowest.put(frame.thread(), frame.depth());
    }
  }

  private void introduce(TraceThread thread) throws IOException {
    if (shallowest.size() >= THREADS) {
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

  /** Rows that were written before, as far as there is room: each has one place. */
  private static final class KnownRows {

    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 200;

    /** A row, and all that it is made of. */
    private record Known(
        Code code,
        TraceThread thread,
        EventKind kind,
        int lineno,
        int depth,
        int indent,
        Optional<Row> row) {

      boolean is(EventBatch events, int index, int nowIndent) {
        Frame frame = events.frame(index);
        return code == frame.code()
            && lineno == events.lineno(index)
            && depth == frame.depth()
            && kind == events.kind(index)
            && thread == frame.thread()
            && indent == nowIndent;
      }
    }

    private final Known[] places = new Known[PLACES];

    /** The row of an event, if it is known. */
    Optional<Row> row(EventBatch events, int index, int indent) {
      Known known = places[place(events, index)];
      return known != null && isPlain(events, index) && known.is(events, index, indent)
          ? known.row
          : Optional.empty();
    }

    void keep(EventBatch events, int index, int indent, Row row) {
      if (isPlain(events, index) && row.text().length() <= LONGEST) {
        Frame frame = events.frame(index);
        places[place(events, index)] =
            new Known(
                frame.code(),
                frame.thread(),
                events.kind(index),
                events.lineno(index),
                frame.depth(),
                indent,
                Optional.of(row));
      }
    }

    /** Whether a row has nothing of its event's own: texts of an exception, or values. */
    private static boolean isPlain(EventBatch events, int index) {
      return !events.isObject(index) && !events.isResumed(index);
    }

    private static int place(EventBatch events, int index) {
      Frame frame = events.frame(index);
      int hash = 31 * (31 * frame.code().id() + events.lineno(index)) + frame.depth();
      return (7 * hash + events.kind(index).ordinal()) & PLACES - 1;
    }
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described(
          "lines", "each event as it happens, with its source line, indented by depth", "txt");
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
