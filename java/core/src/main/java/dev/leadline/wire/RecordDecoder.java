package dev.leadline.wire;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import com.fasterxml.jackson.core.JsonParser;
import dev.leadline.event.Code;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** One line to one record, for all records behind the header. */
final class RecordDecoder {

  private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);

  private final GuardedSink sink;
  private final long process;
  private final CodeTable codes = new CodeTable();
  private final SharedStrings strings = new SharedStrings();
  private final Map<Integer, ThreadStack> threads = new HashMap<>();
  private final EventsDecoder events;
  private final EndStory story;
  private long unknownRecords;

  RecordDecoder(GuardedSink sink, long process) {
    this.sink = sink;
    this.process = process;
    this.events = new EventsDecoder(codes, sink);
    this.story = new EndStory(events::last);
  }

  /** Decodes a line; what it means goes to the sink, or to the story of the end. */
  void decode(byte[] buffer, int from, int to) throws IOException, MalformedRecordException {
    RecordKind kind = kind(buffer, from, to);
    if (kind == RecordKind.EVENTS) {
      story.timeNs(EventsRecord.decode(buffer, from, to, this));
    } else if (kind == RecordKind.UNKNOWN) {
      unknownRecords++;
    } else {
      decode(kind, Json.fields(buffer, from, to));
    }
  }

  /** What kind a line says it is; the {@code record} key is the first one where we wrote it. */
  static RecordKind kind(byte[] buffer, int from, int to)
      throws IOException, MalformedRecordException {
    try (JsonParser parser = Json.parser(buffer, from, to)) {
      if (parser.nextToken() != START_OBJECT) {
        throw new MalformedRecordException("it is not a JSON object");
      }
      while (parser.nextToken() == FIELD_NAME) {
        boolean found = parser.currentName().equals("record");
        parser.nextToken();
        if (found) {
          return RecordKind.of(parser.getText());
        }
        parser.skipChildren();
      }
    }
    throw new MalformedRecordException("it has no \"record\" key");
  }

  /** The stack of a thread that was announced. */
  ThreadStack stack(int thread) throws MalformedRecordException {
    ThreadStack stack = threads.get(thread);
    if (stack == null) {
      throw new MalformedRecordException("thread " + thread + " was not announced");
    }
    return stack;
  }

  EventsDecoder events() {
    return events;
  }

  EndStory story() {
    return story;
  }

  /** Records of a kind that this reader does not know. */
  long unknownRecords() {
    return unknownRecords;
  }

  private void decode(RecordKind kind, Fields fields) throws IOException, MalformedRecordException {
    switch (kind) {
      case THREAD -> thread(fields);
      case CODE -> code(fields);
      case BASE -> story.base(fields.number("depth"));
      case LIMIT -> limit(fields);
      case TROUBLE -> sink.notice(new Notice(Notice.Kind.TROUBLE, fields.text("text")));
      case END -> story.end(EndRecord.of(fields));
      case EXIT -> story.exit(exit(fields));
      case HEADER -> throw new MalformedRecordException("a second header");
      case EVENTS, UNKNOWN -> throw new IllegalStateException("decoded elsewhere: " + kind);
    }
  }

  private void thread(Fields fields) throws MalformedRecordException {
    int id = fields.number("thread");
    TraceThread thread =
        new TraceThread(id, fields.longNumber("ident"), fields.text("name"), process);
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
            scope(fields.text("scope")),
            fields.flag("base"));
    codes.add(new KnownCode(code, fields.optionalInt("lineno").orElse(TraceEvent.NO_LINENO)));
  }

  private static Scope scope(String name) throws MalformedRecordException {
    return SCOPES
        .find(name)
        .orElseThrow(() -> new MalformedRecordException("there is no scope \"" + name + "\""));
  }

  private void limit(Fields fields) throws IOException, MalformedRecordException {
    String text =
        "recording stopped after "
            + fields.longNumber("max_events")
            + " events; the program ran on";
    sink.notice(new Notice(Notice.Kind.LIMIT, text));
  }

  private static Exit exit(Fields fields) throws MalformedRecordException {
    return new Exit(
        fields.number("status"),
        fields.flag("timed_out"),
        fields.flag("events_lost"),
        fields.textOrEmpty("detail"));
  }
}
