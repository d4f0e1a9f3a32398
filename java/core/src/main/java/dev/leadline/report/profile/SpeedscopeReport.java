package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.json.JsonText;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of <a href="https://www.speedscope.app/file-format-schema.json">speedscope</a>: for each
 * lane one evented profile, its times in nanoseconds since the trace's begin.
 */
public final class SpeedscopeReport extends SpanReport {

  private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

  private final Writer out;
  private final LaneSpool spool = new LaneSpool();
  private final List<LaneSpool.Numbers> events = new ArrayList<>();
  private final Map<TracedFunction, Integer> frames = new HashMap<>();
  private final List<TracedFunction> functions = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Header header;

  private SpeedscopeReport(Writer out) {
    this.out = out;
  }

  @Override
  public void header(Header header) throws IOException {
    super.header(header);
    this.header = header;
  }

  @Override
  void begins(Lane lane) {
    events.add(spool.lane());
  }

  @Override
  public void opened(Lane lane, Frame frame, TracedFunction function, long atNs)
      throws IOException {
    add(lane, function, 1, atNs);
  }

  @Override
  public void closed(Lane lane, Frame frame, TracedFunction function, long atNs, int depth)
      throws IOException {
    add(lane, function, 0, atNs);
  }

  /** An event as two numbers: its frame with its type, and its time since the lane's first one. */
  private void add(Lane lane, TracedFunction function, int opens, long atNs) throws IOException {
    Integer frame = frames.get(function);
    if (frame == null) {
      frame = functions.size();
      frames.put(function, frame);
      functions.add(function);
    }
    LaneSpool.Numbers numbers = events.get(lane.number() - 1);
    numbers.add(2L * frame + opens);
    numbers.add(atNs - lane.firstNs());
  }

  @Override
  void finish() throws IOException {
    try (spool) {
      writeHead();
      String separator = "\n";
      for (Lane lane : lanes().all()) {
        out.write(separator);
        writeProfile(lane);
        separator = ",\n";
      }
      if (lanes().all().isEmpty()) {
        writeEmptyProfile();
      }
      writeFrames();
    }
    out.flush();
  }

  private void writeHead() throws IOException {
    text.setLength(0);
    String name = Phrases.program(header) + " on " + Phrases.python(header);
    JsonText.ascii(SCHEMA, text.append("{\"$schema\":"));
    JsonText.ascii(TerminalText.escape(name), text.append(",\"name\":"));
    JsonText.ascii("leadline " + header.agentVersion(), text.append(",\"exporter\":"));
    out.append(text.append(",\"activeProfileIndex\":0,\"profiles\":["));
  }

  private void writeProfile(Lane lane) throws IOException {
    writeProfileHead(lane.name(), lane.firstNs(), lane.lastNs());
    String separator = "\n";
    LaneSpool.Reader reader = events.get(lane.number() - 1).reader();
    while (reader.hasNext()) {
      long frame = reader.next();
      long atNs = lane.firstNs() + reader.next();
      text.setLength(0);
      text.append(separator).append("{\"type\":\"").append((frame & 1) == 1 ? 'O' : 'C');
      text.append("\",\"frame\":").append(frame >> 1).append(",\"at\":").append(atNs).append('}');
      out.append(text);
      separator = ",\n";
    }
    out.write("]}");
  }

  /** speedscope opens no file without a profile. */
  private void writeEmptyProfile() throws IOException {
    writeProfileHead("MainThread", 0, 0);
    out.write("]}");
  }

  private void writeProfileHead(String name, long firstNs, long lastNs) throws IOException {
    text.setLength(0);
    JsonText.ascii(name, text.append("{\"type\":\"evented\",\"name\":"));
    text.append(",\"unit\":\"nanoseconds\",\"startValue\":").append(firstNs);
    out.append(text.append(",\"endValue\":").append(lastNs).append(",\"events\":["));
  }

  private void writeFrames() throws IOException {
    FunctionLabels labels = new FunctionLabels(header);
    out.write("],\"shared\":{\"frames\":[");
    String separator = "\n";
    for (TracedFunction function : functions) {
      text.setLength(0);
      JsonText.ascii(labels.of(function), text.append(separator).append("{\"name\":"));
      if (!function.isGroup()) {
        String file = TerminalText.escape(Phrases.file(function.file(), header));
        JsonText.ascii(file, text.append(",\"file\":"));
        text.append(",\"line\":").append(function.firstlineno());
      }
      out.append(text.append('}'));
      separator = ",\n";
    }
    out.write("]}}\n");
  }

  /** In the list of formats. */
  public static final class Format implements ProfileFormat {

    @Override
    public Described described() {
      return new Described(
          "speedscope",
          "calls over time, one profile a thread, for speedscope.app",
          "speedscope.json");
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new SpeedscopeReport(target.text());
    }
  }
}
