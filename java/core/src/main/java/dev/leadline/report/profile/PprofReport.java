package dev.leadline.report.profile;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.PathVisitor;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.report.text.Phrases;
import dev.leadline.report.text.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A compressed <a href="https://github.com/google/pprof/blob/main/proto/profile.proto">profile of
 * pprof</a>: a sample for each call path of a lane, with its calls, its lines and the nanoseconds
 * of its last function alone.
 */
public final class PprofReport implements EventSink {

  /** Fields of {@code Profile}. */
  private static final int SAMPLE_TYPE = 1;

  private static final int SAMPLE = 2;
  private static final int MAPPING = 3;
  private static final int LOCATION = 4;
  private static final int FUNCTION = 5;
  private static final int STRING_TABLE = 6;
  private static final int TIME_NANOS = 9;
  private static final int DURATION_NANOS = 10;
  private static final int COMMENT = 13;
  private static final int DEFAULT_SAMPLE_TYPE = 14;

  /** Fields of {@code Sample} and {@code Label}. */
  private static final int LOCATION_ID = 1;

  private static final int VALUE = 2;
  private static final int LABEL = 3;
  private static final int KEY = 1;
  private static final int TEXT = 2;
  private static final int NUMBER = 3;

  private final CallTree tree = new CallTree();
  private final OutputStream bytes;
  private final Proto message = new Proto();
  private final Proto inner = new Proto();
  private final Proto field = new Proto();
  private final Map<String, Integer> texts = new HashMap<>();
  private final List<String> textsInOrder = new ArrayList<>();
  private final Map<TracedFunction, Integer> functions = new HashMap<>();
  private Header header;
  private FunctionLabels labels;
  private int[] path = new int[64];

  private PprofReport(OutputStream bytes) {
    this.bytes = bytes;
    text("");
  }

  @Override
  public void header(Header header) {
    this.header = header;
    labels = new FunctionLabels(header);
  }

  @Override
  public void events(EventBatch events) throws IOException {
    tree.events(events);
  }

  @Override
  public void record(TraceRecord record) throws IOException {
    tree.record(record);
  }

  @Override
  public void end(Ending ending) throws IOException {
    tree.end(ending);
    GZIPOutputStream out = new GZIPOutputStream(bytes, 1 << 16);
    writeHead(out, ending);
    for (CallTree.ThreadTree thread : tree.threads()) {
      writeSamples(out, new Lane(0, thread.thread()), thread.roots());
    }
    for (String text : textsInOrder) {
      message.clear().text(STRING_TABLE, text).writeTo(out);
    }
    out.finish();
    bytes.flush();
  }

  private void writeHead(OutputStream out, Ending ending) throws IOException {
    message.clear();
    valueType("calls", "count");
    valueType("lines", "count");
    valueType("time", "nanoseconds");
    String program = TerminalText.escape(Phrases.program(header));
    inner.clear().number(1, 1).number(5, text(program));
    message.message(MAPPING, inner.number(7, 1).number(8, 1).number(9, 1).number(10, 1));
    message.number(TIME_NANOS, header.startUnixNs());
    if (ending.timeNs() != TraceEvent.NO_TIME) {
      message.number(DURATION_NANOS, ending.timeNs());
    }
    message.number(COMMENT, text(TerminalText.escape(Phrases.python(header))));
    message.number(DEFAULT_SAMPLE_TYPE, text("time")).writeTo(out);
  }

  private void valueType(String type, String unit) {
    inner.clear().number(1, text(type)).number(2, text(unit));
    message.message(SAMPLE_TYPE, inner);
  }

  private void writeSamples(OutputStream out, Lane lane, List<CallNode> roots) throws IOException {
    PathVisitor.walk(
        roots,
        0,
        (node, callers) -> {
          if (callers == path.length) {
            path = Arrays.copyOf(path, 2 * path.length);
          }
          path[callers] = location(out, node.function());
          writeSample(out, lane, node, callers);
          return callers + 1;
        });
  }

  private void writeSample(OutputStream out, Lane lane, CallNode node, int callers)
      throws IOException {
    field.clear();
    for (int i = callers; i >= 0; i--) {
      field.element(path[i]);
    }
    inner.clear().message(LOCATION_ID, field);
    field.clear().element(node.calls()).element(node.lines()).element(node.ownNs().orElse(0));
    inner.message(VALUE, field);
    field.clear().number(KEY, text("thread")).number(TEXT, text(lane.name()));
    inner.message(LABEL, field);
    field.clear().number(KEY, text("pid")).number(NUMBER, lane.thread().pid());
    inner.message(LABEL, field);
    field.clear().number(KEY, text("depth")).number(NUMBER, node.depth());
    inner.message(LABEL, field);
    message.clear().message(SAMPLE, inner).writeTo(out);
  }

  /** The number of a function, and of its place; what is new is written. */
  private int location(OutputStream out, TracedFunction function) throws IOException {
    Integer known = functions.get(function);
    if (known != null) {
      return known;
    }
    int number = functions.size() + 1;
    functions.put(function, number);
    inner.clear().number(1, number).number(2, text(labels.of(function)));
    // where both names are equal, pprof takes those with brackets for C++ and cuts them
    inner.number(3, text(TerminalText.escape(function.qualname())));
    inner.number(4, text(TerminalText.escape(function.file())));
    inner.number(5, function.firstlineno());
    message.clear().message(FUNCTION, inner);
    field.clear().number(1, number).number(2, function.firstlineno());
    inner.clear().number(1, number).number(2, 1).message(4, field);
    message.message(LOCATION, inner).writeTo(out);
    return number;
  }

  /** The number of a text in the table of them, which is written last. */
  private int text(String text) {
    Integer known = texts.putIfAbsent(text, textsInOrder.size());
    if (known != null) {
      return known;
    }
    textsInOrder.add(text);
    return textsInOrder.size() - 1;
  }

  @Override
  public boolean readsValues() {
    return false;
  }

  /** In the list of formats. */
  public static final class Format implements ProfileFormat {

    @Override
    public Described described() {
      return new Described(
          "pprof",
          "calls, lines and own time by call path, for go tool pprof, Pyroscope, Parca",
          "pb.gz");
    }

    @Override
    public EventSink open(ReportTarget target) {
      return new PprofReport(target.bytes());
    }
  }
}
