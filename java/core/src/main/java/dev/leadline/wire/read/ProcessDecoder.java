package dev.leadline.wire.read;

import dev.leadline.event.Code;
import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.Layer;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.EndRecord;
import dev.leadline.wire.KnownCode;
import dev.leadline.wire.Names;
import dev.leadline.wire.RecordKind;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stream of one process, as if it were alone: its threads, its code objects, its end. */
final class ProcessDecoder {

  private static final Names<TraceRecord.Leaving.How> HOWS =
      Names.of(TraceRecord.Leaving.How.class, TraceRecord.Leaving.How::wireName);

  /** Code, depth, level and how many. */
  private static final int CALL_COLUMNS = 4;

  private final GuardedSink sink;
  private final StreamListener listener;
  private final SharedStrings strings;
  private final TraceProcess process;
  private final CodeTable codes = new CodeTable();
  private final LayersDecoder layers;
  private final Map<Integer, ThreadStack> threads = new HashMap<>();
  private final EventsDecoder events;
  private final OutcomeTracker tracker;

  ProcessDecoder(
      GuardedSink sink,
      StreamListener listener,
      SharedStrings strings,
      EventBatch batch,
      TraceProcess process) {
    this.sink = sink;
    this.listener = listener;
    this.strings = strings;
    this.process = process;
    this.layers = new LayersDecoder(strings);
    boolean valued = sink.readsValues() && !process.header().recording().values().isEmpty();
    this.events = new EventsDecoder(codes, sink, batch, valued);
    this.tracker = new OutcomeTracker(events::last);
  }

  void decode(RecordKind kind, JsonFields fields) throws IOException, JsonFormatException {
    switch (kind) {
      case THREAD -> thread(fields);
      case CODE -> code(fields);
      case BASE -> base(fields);
      case LAYERS -> layers(fields);
      case CALLS -> calls(fields);
      case LIMIT -> limit(fields);
      case TROUBLE -> sink.record(notice(Notice.Kind.TROUBLE, fields.text("text")));
      case BLIND -> sink.record(Blindness.notice(fields, thread(fields.number("thread"))));
      case FLUSHED -> tracker.alive(time(fields));
      case LEAVING -> leaving(fields);
      case ENDING, END -> tracker.end(EndRecord.of(fields));
      case HEADER, PROCESS, SOURCE, EVENTS, STACK, SIGNALLED, EXECUTABLE, EXIT, UNKNOWN ->
          throw new IllegalStateException("decoded elsewhere: " + kind);
    }
  }

  /** The stack of a thread that was announced. */
  ThreadStack stack(int thread) throws JsonFormatException {
    ThreadStack stack = threads.get(thread);
    if (stack == null) {
      throw new JsonFormatException("thread " + thread + " was not announced");
    }
    return stack;
  }

  TraceProcess process() {
    return process;
  }

  /** The {@code events} record in a line, read by {@code plain} where it is as usual. */
  void events(byte[] buffer, int from, int to, PlainBatch plain)
      throws IOException, JsonFormatException {
    boolean read = sink.readsEvents();
    tracker.events(read ? EventsRecord.decode(buffer, from, to, plain, this) : TraceEvent.NO_TIME);
  }

  EventsDecoder events() {
    return events;
  }

  OutcomeTracker tracker() {
    return tracker;
  }

  private TraceThread thread(int number) throws JsonFormatException {
    return stack(number).thread();
  }

  private void thread(JsonFields fields) throws JsonFormatException {
    int id = fields.number("thread");
    TraceThread thread =
        new TraceThread(
            id,
            fields.longNumber("ident"),
            strings.shared(fields.text("name")),
            fields.has("greenlet") && fields.flag("greenlet"),
            process.number(),
            process.header().process());
    threads.put(id, new ThreadStack(thread));
  }

  private void code(JsonFields fields) throws JsonFormatException {
    Code code =
        new Code(
            fields.number("code"),
            strings.shared(fields.text("file")),
            strings.shared(fields.text("function")),
            strings.shared(fields.text("qualname")),
            fields.number("firstlineno"),
            strings.shared(fields.text("module")),
            LayersDecoder.scope(fields),
            fields.flag("base"));
    codes.add(new KnownCode(code, fields.optionalInt("lineno").orElse(TraceEvent.NO_LINENO)));
    listener.code(process.header(), code);
  }

  /** The program's base is that of its module, or of the first thread where a filter took that. */
  private void base(JsonFields fields) throws IOException, JsonFormatException {
    int number = fields.number("thread");
    int depth = fields.number("depth");
    if (number == 0 || fields.has("code")) {
      tracker.base(depth);
    }
    ThreadStack stack = threads.get(number);
    if (stack != null) {
      Optional<Code> code =
          fields.has("code")
              ? Optional.of(codes.get(fields.number("code")).code())
              : Optional.empty();
      sink.record(
          new TraceRecord.BaseDepth(stack.thread(), code, depth, layers.of(fields, "layers")));
    }
  }

  private void layers(JsonFields fields) throws IOException, JsonFormatException {
    sink.record(
        new TraceRecord.LayersSeen(
            thread(fields.number("thread")),
            codes.get(fields.number("code")).code(),
            fields.number("depth"),
            fields.number("level"),
            layers.of(fields, "frames")));
  }

  private void calls(JsonFields fields) throws IOException, JsonFormatException {
    TraceThread thread = thread(fields.number("thread"));
    sink.record(new TraceRecord.CallCounts(thread, counts(fields)));
  }

  private List<TraceRecord.CallCount> counts(JsonFields fields) throws JsonFormatException {
    List<TraceRecord.CallCount> counts = new ArrayList<>();
    for (JsonFields.CountedRow row : fields.countedRows("calls", CALL_COLUMNS)) {
      int[] place = row.numbers();
      counts.add(
          new TraceRecord.CallCount(codes.get(place[0]).code(), place[1], place[2], row.count()));
    }
    return counts;
  }

  /** The {@code stack} record in a line. */
  void stack(byte[] buffer, int from, int to) throws IOException, JsonFormatException {
    ThreadStack stack = stack(StackRecord.thread(buffer, from, to));
    List<Frame> seen = StackRecord.frames(buffer, from, to, codes, stack.thread());
    seen.stream().filter(frame -> frame.code().base()).forEach(base -> tracker.base(base.depth()));
    long timeNs = StackRecord.timeNs(buffer, from, to);
    sink.record(new TraceRecord.StackState(stack.thread(), stack.become(seen), timeNs));
  }

  private void limit(JsonFields fields) throws IOException, JsonFormatException {
    String text =
        "recording stopped after "
            + fields.longNumber("max_events")
            + " events; the program ran on";
    sink.record(notice(Notice.Kind.LIMIT, text));
  }

  private void leaving(JsonFields fields) throws IOException, JsonFormatException {
    String word = fields.text("how");
    TraceRecord.Leaving.How how =
        HOWS.find(word)
            .orElseThrow(
                () ->
                    new JsonFormatException("there is no way of leaving called \"" + word + "\""));
    TraceRecord.Leaving leaving = new TraceRecord.Leaving(how, fields.textOrEmpty("detail"));
    tracker.leaving(leaving, time(fields));
    sink.record(new TraceRecord.ProcessLeaving(process.number(), leaving));
  }

  private static long time(JsonFields fields) throws JsonFormatException {
    return fields.optionalLong("time_ns").orElse(TraceEvent.NO_TIME);
  }

  /** A notice whose sentence names its process where that is not the program's own. */
  private Notice notice(Notice.Kind kind, String text) {
    int number = process.number();
    String where = number == 0 ? "" : " (in process " + process.header().process() + ")";
    return new Notice(kind, text + where, Optional.empty(), number);
  }

  /** The frames below others, as {@code base} and {@code layers} records name them. */
  private static final class LayersDecoder {

    private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);

    private final SharedStrings strings;

    LayersDecoder(SharedStrings strings) {
      this.strings = strings;
    }

    /** A list of layers; empty if there is no such key. */
    List<Layer> of(JsonFields fields, String name) throws JsonFormatException {
      List<Layer> layers = new ArrayList<>();
      for (JsonFields layer : fields.objectsOrNone(name)) {
        layers.add(
            new Layer(
                strings.shared(layer.text("file")),
                strings.shared(layer.text("function")),
                scope(layer),
                strings.shared(layer.text("module"))));
      }
      return layers;
    }

    /** The scope that a frame or a code object has. */
    static Scope scope(JsonFields fields) throws JsonFormatException {
      String name = fields.text("scope");
      return SCOPES
          .find(name)
          .orElseThrow(() -> new JsonFormatException("there is no scope \"" + name + "\""));
    }
  }
}
