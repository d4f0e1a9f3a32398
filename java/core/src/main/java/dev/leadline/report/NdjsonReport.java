package dev.leadline.report;

import dev.leadline.event.Code;
import dev.leadline.event.CodeMap;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.json.JsonText;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.format.ReportTarget;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One self-contained JSON object for each event, its keys always in the same order: seq, event,
 * depth, level, file, function, firstlineno, lineno, thread, process, time_ns; and behind them,
 * where there is such a thing: exception, resumed, args, locals, value.
 */
final class NdjsonReport implements EventSink {

  private static final String[] NAMES =
      Arrays.stream(EventKind.values()).map(EventKind::pythonName).toArray(String[]::new);

  private final Writer out;
  private final StringBuilder line = new StringBuilder();
  private final CodeMap<String> places = new CodeMap<>(NdjsonReport::place);
  private long seq;

  NdjsonReport(Writer out) {
    this.out = out;
  }

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) throws IOException {
    describe(event);
    event.values().ifPresent(this::add);
    out.append(line.append("}\n"));
  }

  private void add(FrameValues values) {
    switch (values.kind()) {
      case ARGS -> named("args", values);
      case LOCALS -> named("locals", values);
      case RETURN -> {
        line.append(",\"value\":");
        textOrNull(values.values().get(0).text());
      }
    }
  }

  private void describe(TraceEvent event) {
    Frame frame = event.frame();
    line.setLength(0);
    line.append("{\"seq\":").append(seq++);
    line.append(",\"event\":\"").append(NAMES[event.kind().ordinal()]);
    line.append("\",\"depth\":").append(frame.depth());
    line.append(",\"level\":").append(frame.level());
    line.append(places.get(frame.code()));
    line.append(",\"lineno\":");
    numberOrNull(event.lineno(), TraceEvent.NO_LINENO);
    line.append(",\"thread\":").append(frame.thread().id());
    line.append(",\"process\":").append(frame.thread().pid());
    line.append(",\"time_ns\":");
    numberOrNull(event.timeNs(), TraceEvent.NO_TIME);
    if (event instanceof ExceptionEvent exception) {
      JsonText.quote(exception.type(), line.append(",\"exception\":{\"type\":"));
      JsonText.quote(exception.message(), line.append(",\"message\":"));
      line.append('}');
    }
    if (event instanceof CallEvent call && call.resumed()) {
      line.append(",\"resumed\":true");
    }
  }

  private void named(String key, FrameValues values) {
    line.append(",\"").append(key).append("\":{");
    String separator = "";
    for (FrameValues.Named value : values.values()) {
      JsonText.quote(value.name(), line.append(separator));
      line.append(':');
      textOrNull(value.text());
      separator = ",";
    }
    line.append('}');
  }

  private void textOrNull(Optional<String> text) {
    text.ifPresentOrElse(known -> JsonText.quote(known, line), () -> line.append("null"));
  }

  @Override
  public void end(Ending ending) throws IOException {
    out.flush();
  }

  private void numberOrNull(long number, long none) {
    if (number == none) {
      line.append("null");
    } else {
      line.append(number);
    }
  }

  private static String place(Code code) {
    StringBuilder place = new StringBuilder();
    JsonText.quote(code.file(), place.append(",\"file\":"));
    JsonText.quote(code.function(), place.append(",\"function\":"));
    return place.append(",\"firstlineno\":").append(code.firstlineno()).toString();
  }

  /** In the list of formats. */
  static final class Format implements ReportFormat {

    @Override
    public Described described() {
      return new Described("ndjson", "one JSON object per event, for jq, DuckDB, Spark", "ndjson");
    }

    @Override
    public boolean tellsNotices() {
      return false;
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new NdjsonReport(target.text());
    }
  }
}
