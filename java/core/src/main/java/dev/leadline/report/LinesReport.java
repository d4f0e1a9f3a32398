package dev.leadline.report;

import dev.leadline.calltree.DepthTotals;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.report.TextLine.Tone;
import java.io.IOException;
import java.io.Writer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Each event on a line of its own as it happens, indented by depth, with its source line. */
final class LinesReport implements EventSink {

  private static final int DEPTH_WIDTH = 4;
  private static final int EVENT_WIDTH = 9;
  private static final int INDENTED = 30;

  private final TextReport report;
  private final DepthTotals totals = new DepthTotals();
  private final Map<TraceThread, Integer> shallowest = new IdentityHashMap<>();
  private Header header;
  private SourceFiles sources;

  LinesReport(Writer out, ReportStyle style) {
    report = new TextReport(out, style);
  }

  @Override
  public void header(Header header) throws IOException {
    this.header = header;
    sources = new SourceFiles(header.cwd());
    report.heading(header, OptionalInt.empty());
    report.flush();
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    totals.event(event);
    report.write(line(event));
    report.flush();
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

  private TextLine line(TraceEvent event) {
    Frame frame = event.frame();
    TextLine line = report.line();
    line.right(Integer.toString(frame.depth()), DEPTH_WIDTH).add("  ");
    if (frame.thread().id() != 0) {
      line.add("[" + frame.thread().name() + "] ", Tone.FAINT);
    }
    line.add("  ".repeat(Math.min(indent(frame), INDENTED)));
    line.left(event.kind().pythonName(), EVENT_WIDTH, tone(event)).add(" ");
    String file = Shown.file(frame.code().file(), header);
    line.add(file + ":" + Shown.lineno(event.lineno()), Tone.FAINT);
    line.add(" " + frame.code().qualname());
    return detail(line, event);
  }

  private TextLine detail(TextLine line, TraceEvent event) {
    if (event instanceof ExceptionEvent exception) {
      String message = exception.message();
      return line.add("  " + exception.type() + (message.isEmpty() ? "" : ": " + message));
    }
    String source = sources.line(event.frame().code().file(), event.lineno());
    return source.isEmpty() ? line : line.add("  " + source);
  }

  /** Depth below the shallowest frame that its thread has shown so far. */
  private int indent(Frame frame) {
    return frame.depth() - shallowest.merge(frame.thread(), frame.depth(), Math::min);
  }

  private static Tone tone(TraceEvent event) {
    return switch (event.kind()) {
      case CALL, RETURN -> Tone.STRONG;
      case LINE, OPCODE -> Tone.PLAIN;
      case EXCEPTION -> Tone.ALARM;
    };
  }
}
