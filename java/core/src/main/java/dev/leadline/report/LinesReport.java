package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values;
import dev.leadline.report.TextLine.Tone;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Each event on a line of its own as it happens, indented by depth, with its source line. */
final class LinesReport implements EventSink {

  private static final int DEPTH_WIDTH = 4;
  private static final int EVENT_WIDTH = 9;
  private static final int INDENTED = 30;
  private static final int THREADS = 10_000;

  private final TextReport report;
  private final SourceAccess access;
  private final DepthTotals totals = new DepthTotals();
  private final Map<TraceThread, Integer> shallowest = new IdentityHashMap<>();
  private final Map<Integer, Place> places = new HashMap<>();
  private final SourceFiles files = new SourceFiles();

  /** Where the files of a process are. */
  private record Place(Header header, Sources sources) {
    Place(Header header, SourceAccess access) {
      this(header, access.of(header));
    }
  }

  LinesReport(Writer out, ReportStyle style, SourceAccess access) {
    this.access = access;
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) throws IOException {
    places.put(0, new Place(header, access));
    report.heading(header, OptionalInt.empty());
    report.flush();
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    places.put(process.number(), new Place(process.header(), access));
    report.prose(mark(process.number()) + " is " + Shown.process(process));
    report.flush();
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    places.remove(process.number());
    String outcome = Shown.outcome(ending) + Shown.status(ending);
    report.prose(mark(process.number()) + " " + outcome);
    report.flush();
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    write(event, line(event));
  }

  @Override
  public void event(TraceEvent event, Values values) throws IOException {
    TextLine line = line(event);
    for (Values.Named value : values.values()) {
      line.add("  " + shown(values.kind(), value));
    }
    write(event, line);
  }

  private void write(TraceEvent event, TextLine line) throws IOException {
    totals.event(event);
    report.write(line);
    report.flush();
  }

  private static String shown(ValueKind kind, Values.Named value) {
    if (kind == ValueKind.RETURN) {
      return "-> " + value.text().orElse("");
    }
    return value.text().map(text -> value.name() + "=" + text).orElse("del " + value.name());
  }

  @Override
  public void notice(Notice notice) throws IOException {
    report.prose("note: " + notice.text());
    report.flush();
  }

  @Override
  public void end(Ending ending) throws IOException {
    report.prose(Shown.closing(totals.all(), ending));
    report.flush();
  }

  private TextLine line(TraceEvent event) throws IOException {
    Frame frame = event.frame();
    int indent = indent(frame);
    TextLine line = report.line();
    line.right(Integer.toString(frame.depth()), DEPTH_WIDTH).add("  ");
    String mark = mark(frame.thread());
    line.add(mark.isEmpty() ? "" : mark + " ", Tone.FAINT);
    line.add("  ".repeat(Math.min(indent, INDENTED)));
    line.left(event.kind().pythonName(), EVENT_WIDTH, tone(event)).add(" ");
    Place own = places.get(frame.thread().process());
    String file = Shown.file(frame.code().file(), own.header());
    line.add(file + ":" + Shown.lineno(event.lineno()), Tone.FAINT);
    line.add(" " + frame.code().qualname());
    return detail(line, event, own.sources());
  }

  private TextLine detail(TextLine line, TraceEvent event, Sources sources) {
    if (event instanceof ExceptionEvent exception) {
      String message = exception.message();
      return line.add("  " + exception.type() + (message.isEmpty() ? "" : ": " + message));
    }
    String source = files.line(sources, event.frame().code().file(), event.lineno());
    return source.isEmpty() ? line : line.add("  " + source);
  }

  /** Depth below the shallowest frame that its thread has shown so far; says who a new one is. */
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

  private static Tone tone(TraceEvent event) {
    return switch (event.kind()) {
      case CALL, RETURN -> Tone.STRONG;
      case LINE, OPCODE -> Tone.PLAIN;
      case EXCEPTION -> Tone.ALARM;
    };
  }
}
