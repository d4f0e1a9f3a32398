package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.EventSink;
import dev.leadline.event.FrameValues;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.json.JsonText;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chrome's <a
 * href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">trace
 * event format</a>: a begin and an end of each span, in microseconds since the trace's begin, as it
 * happens. The thread id is the number of the lane.
 */
public final class ChromeReport extends TimelineReport {

  private final Writer out;
  private final StringBuilder text = new StringBuilder();
  private final Map<TracedFunction, String> names = new HashMap<>();
  private FunctionLabels labels;
  private String separator = "\n";

  private ChromeReport(Writer out) {
    this.out = out;
  }

  @Override
  public void header(Header header) throws IOException {
    labels = new FunctionLabels(header);
    out.write("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
    super.header(header);
  }

  @Override
  void begins(TraceProcess process) throws IOException {
    begin('M').append(",\"pid\":").append(process.header().process());
    text.append(",\"name\":\"process_name\",\"args\":{\"name\":");
    quote(Phrases.program(process.header()));
    end("}}");
  }

  @Override
  void begins(Lane lane) throws IOException {
    super.begins(lane);
    begin('M', lane).append(",\"name\":\"thread_name\",\"args\":{\"name\":");
    quote(lane.name());
    end("}}");
  }

  @Override
  void opens(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException {
    edge('B', lane, function, atNs, values);
  }

  /** The name again, which the format does not ask for: speedscope finds the begin by it. */
  @Override
  void closes(Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException {
    edge('E', lane, function, atNs, values);
  }

  private void edge(
      char phase, Lane lane, TracedFunction function, long atNs, Optional<FrameValues> values)
      throws IOException {
    begin(phase, lane, atNs).append(",\"name\":");
    text.append(names.computeIfAbsent(function, this::quoted));
    values.ifPresent(this::args);
    end("}");
  }

  @Override
  public void raised(Lane lane, ExceptionEvent event, long atNs) throws IOException {
    begin('i', lane, atNs).append(",\"s\":\"t\",\"name\":");
    quote(exceptionText(event));
    end("}");
  }

  /** Type and message, without a colon where there is no message. */
  static String exceptionText(ExceptionEvent event) {
    return event.message().isEmpty() ? event.type() : event.type() + ": " + event.message();
  }

  @Override
  void arrowFrom(Lane lane, long atNs, long arrow) throws IOException {
    begin('s', lane, atNs).append(",\"id\":").append(arrow);
    end(",\"cat\":\"process\",\"name\":\"starts\"}");
  }

  @Override
  void arrowTo(Lane lane, long atNs, long arrow) throws IOException {
    begin('f', lane, atNs).append(",\"bp\":\"e\",\"id\":").append(arrow);
    end(",\"cat\":\"process\",\"name\":\"starts\"}");
  }

  @Override
  void depth(Lane lane, long atNs, int depth) throws IOException {
    begin('C', lane, atNs).append(",\"name\":");
    quote("depth of " + lane.name());
    text.append(",\"args\":{\"depth\":").append(depth);
    end("}}");
  }

  @Override
  void finish() throws IOException {
    super.finish();
    out.write("\n]}\n");
    out.flush();
  }

  private StringBuilder begin(char phase) {
    text.setLength(0);
    return text.append(separator).append("{\"ph\":\"").append(phase).append('"');
  }

  private StringBuilder begin(char phase, Lane lane) {
    return begin(phase)
        .append(",\"pid\":")
        .append(lane.thread().pid())
        .append(",\"tid\":")
        .append(lane.number());
  }

  private StringBuilder begin(char phase, Lane lane, long atNs) {
    begin(phase, lane).append(",\"ts\":").append(atNs / 1_000).append('.');
    int rest = (int) (atNs % 1_000);
    return text.append((char) ('0' + rest / 100))
        .append((char) ('0' + rest / 10 % 10))
        .append((char) ('0' + rest % 10));
  }

  private void end(String rest) throws IOException {
    out.append(text.append(rest));
    separator = ",\n";
  }

  private void args(FrameValues values) {
    text.append(",\"args\":{");
    String between = "";
    for (FrameValues.Named value : values.values()) {
      text.append(between);
      quote(nameOf(value));
      text.append(':');
      quote(value.text().orElse(""));
      between = ",";
    }
    text.append('}');
  }

  private void quote(String raw) {
    JsonText.ascii(TerminalText.escape(raw), text);
  }

  private String quoted(TracedFunction function) {
    StringBuilder name = new StringBuilder();
    JsonText.ascii(labels.of(function), name);
    return name.toString();
  }

  /** In the list of formats. */
  public static final class Format implements ProfileFormat {

    @Override
    public Described described() {
      return new Described(
          "chrome",
          "calls over time as JSON, for ui.perfetto.dev and chrome://tracing",
          "trace.json");
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new ChromeReport(target.text());
    }
  }
}
