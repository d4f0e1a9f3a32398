package dev.leadline.wire.read;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import com.fasterxml.jackson.core.JsonParser;
import dev.leadline.event.EventBatch;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceRecord;
import dev.leadline.json.Json;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.Exit;
import dev.leadline.wire.HeaderRecord;
import dev.leadline.wire.RecordKind;
import dev.leadline.wire.SinkException;
import dev.leadline.wire.StreamListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One line to one record, for all records behind the header; each to the process that it is of. */
final class RecordDecoder {

  /** Processes that said that they leave, and are remembered in case they did not. */
  private static final int LEAVING = 256;

  private final GuardedSink sink;
  private final SharedStrings strings = new SharedStrings();
  private final PlainBatch plain = new PlainBatch();
  private final EventBatch batch = new EventBatch();
  private final Map<Integer, ProcessDecoder> others = new TreeMap<>();
  private final Deque<ProcessDecoder> leaving = new ArrayDeque<>();
  private final SentSignals signals = new SentSignals();
  private final SourceRecords sources = new SourceRecords();
  private final StreamListener listener;
  private final ProcessDecoder first;
  private Optional<ProcessDecoder> current;
  private int number;
  private long unknownRecords;

  RecordDecoder(GuardedSink sink, StreamListener listener, Header header) {
    this.sink = sink;
    this.listener = listener;
    this.first = new ProcessDecoder(sink, listener, strings, batch, new TraceProcess(0, header));
    this.current = Optional.of(first);
  }

  /** Decodes a line; what it means goes to the sink, or to the tracker of an end. */
  void decode(byte[] buffer, int from, int to) throws IOException, JsonFormatException {
    RecordKind kind = kind(buffer, from, to);
    switch (kind) {
      case EVENTS -> current().events(buffer, from, to, plain);
      case STACK -> current().stack(buffer, from, to);
      case UNKNOWN -> unknownRecords++;
      case PROCESS -> select(Json.fields(buffer, from, to).number("process"));
      case HEADER -> begin(Json.fields(buffer, from, to));
      case EXIT -> exit(Json.fields(buffer, from, to));
      case SIGNALLED -> signalled(Json.fields(buffer, from, to));
      case SOURCE -> pass(sources.source(Json.fields(buffer, from, to)));
      case EXECUTABLE -> pass(sources.executable(Json.fields(buffer, from, to)));
      case THREAD,
          CODE,
          BASE,
          LAYERS,
          CALLS,
          LIMIT,
          TROUBLE,
          BLIND,
          FLUSHED,
          LEAVING,
          ENDING,
          END -> {
        ProcessDecoder process = current();
        process.decode(kind, Json.fields(buffer, from, to));
        conclude(kind, process);
      }
    }
  }

  private void pass(Optional<TraceRecord> record) throws SinkException {
    if (record.isPresent()) {
      sink.record(record.get());
    }
  }

  /** What kind a line says it is; the {@code record} key is the first one where we wrote it. */
  static RecordKind kind(byte[] buffer, int from, int to) throws IOException, JsonFormatException {
    Optional<RecordKind> plain = RecordKind.atBeginning(buffer, from, to);
    return plain.isPresent() ? plain.get() : kindAnywhere(buffer, from, to);
  }

  private static RecordKind kindAnywhere(byte[] buffer, int from, int to)
      throws IOException, JsonFormatException {
    try (JsonParser parser = Json.parser(buffer, from, to)) {
      if (parser.nextToken() != START_OBJECT) {
        throw new JsonFormatException("it is not a JSON object");
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
    throw new JsonFormatException("it has no \"record\" key");
  }

  /** The tracker of the program's own process. */
  OutcomeTracker tracker() {
    return first.tracker();
  }

  /**
   * Reports how the other processes ended that have no end record, by what is known of the first.
   */
  void endOthers() throws SinkException {
    for (ProcessDecoder process : List.copyOf(others.values())) {
      end(process);
    }
  }

  /** Records of a kind that this reader does not know. */
  long unknownRecords() {
    return unknownRecords;
  }

  private ProcessDecoder current() throws JsonFormatException {
    return current.orElseThrow(
        () -> new JsonFormatException("process " + number + " has no header, or has ended"));
  }

  private void select(int process) {
    number = process;
    current = process == 0 ? Optional.of(first) : Optional.ofNullable(others.get(process));
  }

  private void begin(JsonFields fields) throws IOException, JsonFormatException {
    if (current.isPresent()) {
      throw new JsonFormatException("a second header");
    }
    HeaderRecord.checkProtocol(fields);
    TraceProcess process = new TraceProcess(number, shared(HeaderRecord.header(fields)));
    ProcessDecoder decoder = new ProcessDecoder(sink, listener, strings, batch, process);
    others.put(number, decoder);
    signals.begin(process.header());
    current = Optional.of(decoder);
    sink.record(new TraceRecord.ProcessBegin(process));
  }

  /** Processes of one trace have most of their headers in common. */
  private Header shared(Header header) {
    Header.Python python = header.python();
    Header known = first.process().header();
    return new Header(
        strings.shared(header.agentVersion()),
        python.equals(known.python()) ? known.python() : python,
        strings.shared(header.engine()),
        strings.shared(header.programKind()),
        strings.shared(header.program()),
        header.argv().stream().map(strings::shared).toList(),
        strings.shared(header.cwd()),
        header.process(),
        header.startUnixNs(),
        header.timed(),
        header.recording().equals(known.recording()) ? known.recording() : header.recording(),
        header.origin(),
        header.parent(),
        header.flushSignal());
  }

  private void conclude(RecordKind kind, ProcessDecoder process) throws SinkException {
    if (process == first) {
      return;
    }
    if (kind == RecordKind.END) {
      end(process);
    } else if (kind == RecordKind.LEAVING) {
      leaving.add(process);
      forgetTheOldest();
    }
  }

  /** A program may fork without end, and its children leave without an end record. */
  private void forgetTheOldest() throws SinkException {
    while (leaving.size() > LEAVING) {
      ProcessDecoder oldest = leaving.remove();
      if (oldest.tracker().hasLeft()) {
        end(oldest);
      }
    }
  }

  private void end(ProcessDecoder process) throws SinkException {
    others.remove(process.process().number());
    leaving.removeIf(left -> left == process);
    if (current.filter(now -> now == process).isPresent()) {
      current = Optional.empty();
    }
    Header header = process.process().header();
    signals
        .to(header)
        .ifPresent(
            signal -> process.tracker().signalled(signals.exit(header, signal), signal.timeNs()));
    signals.end(header);
    sink.record(
        new TraceRecord.ProcessEnd(process.process(), process.tracker().ofChild(first.tracker())));
  }

  private void signalled(JsonFields fields) throws JsonFormatException {
    long sender = current().process().header().process();
    long timeNs = fields.optionalLong("time_ns").orElse(TraceEvent.NO_TIME);
    signals.sent(
        fields.longNumber("pid"), new SentSignals.Signal(sender, fields.number("signal"), timeNs));
  }

  /** That of the first process names none, wherever it stands. */
  private void exit(JsonFields fields) throws JsonFormatException {
    int process = fields.optionalInt("process").orElse(0);
    if (process == 0) {
      first.tracker().exit(exitOf(fields));
    } else if (others.containsKey(process)) {
      others.get(process).tracker().killed(exitOf(fields));
    }
  }

  private static Exit exitOf(JsonFields fields) throws JsonFormatException {
    return new Exit(
        fields.number("status"),
        fields.flag("timed_out"),
        fields.flag("events_lost"),
        fields.textOrEmpty("detail"));
  }
}
