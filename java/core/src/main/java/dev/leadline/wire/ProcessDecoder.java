package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Frame;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stream of one process, as if it were alone: its threads, its code objects, its end. */
final class ProcessDecoder {

  private static final Names<Leaving.How> HOWS = Names.of(Leaving.How.class, Leaving.How::wireName);

  private final GuardedSink sink;
  private final SharedStrings strings;
  private final TraceProcess process;
  private final CodeTable codes = new CodeTable();
  private final LayersDecoder layers;
  private final Map<Integer, ThreadStack> threads = new HashMap<>();
  private final EventsDecoder events;
  private final EndStory story;

  ProcessDecoder(GuardedSink sink, SharedStrings strings, TraceProcess process) {
    this.sink = sink;
    this.strings = strings;
    this.process = process;
    this.layers = new LayersDecoder(strings);
    boolean valued = !process.header().recording().values().isEmpty();
    this.events = new EventsDecoder(codes, sink, valued);
    this.story = new EndStory(events::last);
  }

  void decode(RecordKind kind, Fields fields) throws IOException, MalformedRecordException {
    switch (kind) {
      case THREAD -> thread(fields);
      case CODE -> code(fields);
      case BASE -> base(fields);
      case LAYERS -> layers(fields);
      case CALLS -> calls(fields);
      case LIMIT -> limit(fields);
      case TROUBLE -> sink.notice(new Notice(Notice.Kind.TROUBLE, told(fields.text("text"))));
      case BLIND -> sink.notice(Blindness.notice(fields, thread(fields.number("thread"))));
      case FLUSHED -> story.alive(time(fields));
      case LEAVING -> leaving(fields);
      case ENDING, END -> story.end(EndRecord.of(fields));
      case HEADER, PROCESS, EVENTS, STACK, SIGNALLED, EXIT, UNKNOWN ->
          throw new IllegalStateException("decoded elsewhere: " + kind);
    }
  }

  /** The stack of a thread that was announced. */
  ThreadStack stack(int thread) throws MalformedRecordException {
    ThreadStack stack = threads.get(thread);
    if (stack == null) {
      throw new MalformedRecordException("thread " + thread + " was not announced");
    }
    return stack;
  }

  TraceProcess process() {
    return process;
  }

  EventsDecoder events() {
    return events;
  }

  EndStory story() {
    return story;
  }

  private TraceThread thread(int number) throws MalformedRecordException {
    return stack(number).thread();
  }

  private void thread(Fields fields) throws MalformedRecordException {
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

  private void code(Fields fields) throws MalformedRecordException {
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
  }

  /** The program's base is that of its module, or of the first thread where a filter took that. */
  private void base(Fields fields) throws IOException, MalformedRecordException {
    int number = fields.number("thread");
    int depth = fields.number("depth");
    if (number == 0 || fields.has("code")) {
      story.base(depth);
    }
    ThreadStack stack = threads.get(number);
    if (stack != null) {
      Optional<Code> code =
          fields.has("code")
              ? Optional.of(codes.get(fields.number("code")).code())
              : Optional.empty();
      sink.base(stack.thread(), code, depth, layers.of(fields, "layers"));
    }
  }

  private void layers(Fields fields) throws IOException, MalformedRecordException {
    sink.layers(
        new LayersSeen(
            thread(fields.number("thread")),
            codes.get(fields.number("code")).code(),
            fields.number("depth"),
            fields.number("level"),
            layers.of(fields, "frames")));
  }

  private void calls(Fields fields) throws IOException, MalformedRecordException {
    TraceThread thread = thread(fields.number("thread"));
    sink.calls(thread, CallsRecord.decode(fields, codes));
  }

  /** The {@code stack} record in a line. */
  void stack(byte[] buffer, int from, int to) throws IOException, MalformedRecordException {
    ThreadStack stack = stack(StackRecord.thread(buffer, from, to));
    List<Frame> seen = StackRecord.frames(buffer, from, to, codes, stack.thread());
    seen.stream().filter(frame -> frame.code().base()).forEach(base -> story.base(base.depth()));
    sink.stack(stack.thread(), stack.become(seen));
  }

  private void limit(Fields fields) throws IOException, MalformedRecordException {
    String text =
        "recording stopped after "
            + fields.longNumber("max_events")
            + " events; the program ran on";
    sink.notice(new Notice(Notice.Kind.LIMIT, told(text)));
  }

  private void leaving(Fields fields) throws IOException, MalformedRecordException {
    String word = fields.text("how");
    Leaving.How how =
        HOWS.find(word)
            .orElseThrow(() -> new MalformedRecordException("nobody leaves by \"" + word + "\""));
    Leaving leaving = new Leaving(how, fields.textOrEmpty("detail"));
    story.leaving(leaving, time(fields));
    sink.leaving(process.number(), leaving);
  }

  private static long time(Fields fields) throws MalformedRecordException {
    return fields.optionalLong("time_ns").orElse(TraceEvent.NO_TIME);
  }

  /** A sentence, with its process where that is not the program's own. */
  private String told(String text) {
    return process.number() == 0 ? text : text + " (in process " + process.header().process() + ")";
  }
}
