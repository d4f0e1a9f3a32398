package dev.leadline.wire.read;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;
import static dev.leadline.wire.read.EventElements.lineno;
import static dev.leadline.wire.read.EventElements.named;
import static dev.leadline.wire.read.EventElements.number;
import static dev.leadline.wire.read.EventElements.text;
import static dev.leadline.wire.read.EventElements.time;
import static dev.leadline.wire.read.EventElements.timeHere;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.KnownCode;
import dev.leadline.wire.SinkException;
import dev.leadline.wire.WireEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The events of one batch: bare line numbers, and arrays that begin with a name. This is where a
 * reader spends its time, hence the batches that are read without a parser, and passed on as
 * numbers.
 *
 * <p>An event that makes no sense (a return without its call) is skipped and the rest of its batch
 * is read; the first such fault is thrown at the end of the batch.
 */
final class EventsDecoder {

  private final CodeTable codes;
  private final boolean valued;
  private final EventDelivery delivery;
  private final EventNames names = new EventNames();

  /**
   * A decoder for one process.
   *
   * @param batch what passes events to the sink, for one record at a time
   * @param valued whether events have values that the sink reads
   */
  EventsDecoder(CodeTable codes, GuardedSink sink, EventBatch batch, boolean valued) {
    this.codes = codes;
    this.valued = valued;
    this.delivery = new EventDelivery(sink, batch);
  }

  /** Whether events have values that the sink reads. */
  boolean valued() {
    return valued;
  }

  /** The last event there was, for the tracker of a process that died. */
  Optional<TraceEvent> last() {
    return delivery.last();
  }

  /** Reads the array that the parser stands before. */
  void decode(JsonParser parser, ThreadStack stack) throws IOException, JsonFormatException {
    if (parser.nextToken() != START_ARRAY) {
      throw new JsonFormatException("\"events\" is not a list");
    }
    JsonStreamContext context = parser.getParsingContext();
    JsonFormatException fault;
    try {
      fault = decode(parser, context, stack);
    } finally {
      delivery.deliver();
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** Passes on a batch that was read without a parser. */
  void decode(PlainBatch plain, ThreadStack stack) throws SinkException, JsonFormatException {
    JsonFormatException fault = null;
    while (plain.hasNext()) {
      int element = plain.position();
      try {
        next(plain, stack);
      } catch (JsonFormatException e) {
        fault = fault == null ? e : fault;
        plain.skipFrom(element);
      }
    }
    delivery.deliver();
    if (fault != null) {
      throw fault;
    }
  }

  private void next(PlainBatch plain, ThreadStack stack) throws SinkException, JsonFormatException {
    EventBatch batch = delivery.batch();
    switch (plain.nextKind()) {
      case LINES -> plain.nextLines(batch, stack.top());
      case TIMED_LINE -> {
        int lineno = plain.nextInt();
        long timeNs = timeOf(plain, stack);
        batch.add(EventKind.LINE, stack.top(), lineno, timeNs);
      }
      case CALL -> {
        KnownCode known = codes.get(plain.nextInt());
        long timeNs = timeOf(plain, stack);
        batch.addCall(stack.pushDirect(known), known.lineno(), timeNs, false);
      }
      case PLACED_CALL -> placed(plain, stack, false);
      case GENERATOR_CALL -> placed(plain, stack, true);
      case RETURN -> {
        int lineno = plain.nextInt();
        long timeNs = timeOf(plain, stack);
        batch.add(EventKind.RETURN, stack.pop(), lineno, timeNs);
      }
      case EXCEPTION -> {
        Frame frame = stack.top();
        batch.add(new ExceptionEvent(frame, plain.nextInt(), plain.nextText(), plain.nextText()));
      }
    }
  }

  private void placed(PlainBatch plain, ThreadStack stack, boolean ofGenerator)
      throws SinkException, JsonFormatException {
    KnownCode known = codes.get(plain.nextInt());
    long timeNs = timeOf(plain, stack);
    int lineno = plain.nextInt();
    int depth = plain.nextInt();
    int level = plain.nextInt();
    int activation = ofGenerator ? plain.nextInt() : Frame.NO_ACTIVATION;
    boolean resumed = ofGenerator && plain.nextInt() != 0;
    Frame frame = stack.push(known, depth, level, activation, resumed);
    delivery.batch().addCall(frame, lineno, timeNs, resumed);
  }

  private static long timeOf(PlainBatch plain, ThreadStack stack) throws JsonFormatException {
    long ns = plain.nextLong();
    return ns == TraceEvent.NO_TIME ? ns : stack.advance(ns);
  }

  /** Reads the elements of a batch; the first fault, or null. */
  private JsonFormatException decode(
      JsonParser parser, JsonStreamContext context, ThreadStack stack) throws IOException {
    JsonFormatException fault = null;
    for (JsonToken token = parser.nextToken(); token != END_ARRAY; token = parser.nextToken()) {
      try {
        if (token == START_ARRAY) {
          decodeNamed(parser, stack);
          skipTo(context, parser);
        } else {
          delivery.batch().addLine(stack.top(), lineno(parser, token));
        }
      } catch (JsonFormatException e) {
        fault = fault == null ? e : fault;
        skipTo(context, parser);
      }
    }
    return fault;
  }

  private void decodeNamed(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    if (parser.nextToken() != VALUE_STRING) {
      throw new JsonFormatException("an event has no name");
    }
    WireEvent kind =
        names.find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    switch (kind) {
      case CALL -> call(parser, stack);
      case LINE -> line(parser, stack);
      case RETURN -> leave(parser, stack);
      case EXCEPTION -> exception(parser, stack);
      case OPCODE -> {
        Frame frame = stack.top();
        int lineno = lineno(parser, parser.nextToken());
        delivery.batch().add(EventKind.OPCODE, frame, lineno, TraceEvent.NO_TIME);
      }
      case ARGS, LOCALS, VALUE -> {
        if (valued) {
          values(kind, parser);
        }
      }
    }
  }

  private void values(WireEvent kind, JsonParser parser) throws IOException, JsonFormatException {
    switch (kind) {
      case ARGS -> delivery.add(ValueKind.ARGS, named(parser));
      case LOCALS -> delivery.add(ValueKind.LOCALS, named(parser));
      default -> delivery.add(ValueKind.RETURN, List.of(new Named("", Optional.of(text(parser)))));
    }
  }

  private void call(JsonParser parser, ThreadStack stack) throws IOException, JsonFormatException {
    KnownCode known = codes.get(number(parser));
    long timeNs = time(parser, stack);
    JsonToken token = parser.nextToken();
    if (token == END_ARRAY) {
      delivery.batch().addCall(stack.pushDirect(known), known.lineno(), timeNs, false);
      return;
    }
    int lineno = lineno(parser, token);
    int depth = number(parser);
    int level = number(parser);
    boolean activated = parser.nextToken() == VALUE_NUMBER_INT;
    int activation = activated ? parser.getIntValue() : Frame.NO_ACTIVATION;
    boolean resumed =
        activated && parser.nextToken() == VALUE_NUMBER_INT && parser.getIntValue() != 0;
    Frame frame = stack.push(known, depth, level, activation, resumed);
    delivery.batch().addCall(frame, lineno, timeNs, resumed);
  }

  private void line(JsonParser parser, ThreadStack stack) throws IOException, JsonFormatException {
    int lineno = lineno(parser, parser.nextToken());
    long timeNs = parser.nextToken() == END_ARRAY ? TraceEvent.NO_TIME : timeHere(parser, stack);
    delivery.batch().add(EventKind.LINE, stack.top(), lineno, timeNs);
  }

  private void leave(JsonParser parser, ThreadStack stack) throws IOException, JsonFormatException {
    int lineno = lineno(parser, parser.nextToken());
    long timeNs = time(parser, stack);
    delivery.batch().add(EventKind.RETURN, stack.pop(), lineno, timeNs);
  }

  private void exception(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    Frame frame = stack.top();
    int lineno = lineno(parser, parser.nextToken());
    delivery.batch().add(new ExceptionEvent(frame, lineno, text(parser), text(parser)));
  }

  /** Leaves the event's array, past elements that this version does not know. */
  private static void skipTo(JsonStreamContext batch, JsonParser parser) throws IOException {
    while (parser.getParsingContext() != batch) {
      parser.nextToken();
    }
  }

  /** Finds the kind of an event from characters, without making a string of them. */
  private static final class EventNames {

    private final WireEvent[] kinds = WireEvent.values();
    private final char[][] names =
        Arrays.stream(kinds).map(kind -> kind.wireName().toCharArray()).toArray(char[][]::new);

    WireEvent find(char[] text, int from, int length) throws JsonFormatException {
      for (int i = 0; i < names.length; i++) {
        if (Arrays.equals(names[i], 0, names[i].length, text, from, from + length)) {
          return kinds[i];
        }
      }
      throw new JsonFormatException(
          "there is no event \"" + new String(text, from, Math.min(length, 40)) + "\"");
    }
  }

  /** Events on their way into the sink, which gets those of a record together. */
  private static final class EventDelivery {

    /** A record of the agent's has some thousand; one from elsewhere may be of any size. */
    private static final int MOST = 1 << 14;

    private final GuardedSink sink;
    private final EventBatch batch;
    private TraceEvent last;

    EventDelivery(GuardedSink sink, EventBatch batch) {
      this.sink = sink;
      this.batch = batch;
    }

    /** The last event there was. */
    Optional<TraceEvent> last() {
      return Optional.ofNullable(last);
    }

    /** Where the next event goes. */
    EventBatch batch() throws SinkException {
      if (batch.size() >= MOST) {
        deliver();
      }
      return batch;
    }

    /** Adds values to the event right before them. */
    void add(ValueKind kind, List<Named> named) throws JsonFormatException {
      if (batch.isEmpty()
          || !FrameValues.kindOf(batch.kind(batch.size() - 1)).equals(Optional.of(kind))) {
        throw new JsonFormatException("values of kind " + kind.wireName() + " have no event");
      }
      TraceEvent event = batch.event(batch.size() - 1);
      batch.replaceLast(event.with(Optional.of(new FrameValues(kind, named))));
    }

    /** Nothing more of the record comes. */
    void deliver() throws SinkException {
      if (!batch.isEmpty()) {
        last = batch.event(batch.size() - 1);
        try {
          sink.events(batch);
        } finally {
          batch.clear();
        }
      }
    }
  }
}
