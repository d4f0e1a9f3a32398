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
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceEvent.LineEvent;
import dev.leadline.event.TraceEvent.OpcodeEvent;
import dev.leadline.event.TraceEvent.ReturnEvent;
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
 * reader spends its time, hence the batches that are read without a parser, and the few objects.
 *
 * <p>An event that makes no sense (a return without its call) is skipped and the rest of its batch
 * is read; the first such fault is thrown at the end of the batch.
 */
final class EventsDecoder {

  private final CodeTable codes;
  private final boolean valued;
  private final EventDelivery delivery;
  private final EventNames names = new EventNames();

  /** A decoder for a process whose events have values that the sink reads, or have none. */
  EventsDecoder(CodeTable codes, GuardedSink sink, boolean valued) {
    this.codes = codes;
    this.valued = valued;
    this.delivery = new EventDelivery(sink, valued);
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
    JsonStreamContext batch = parser.getParsingContext();
    JsonFormatException fault;
    try {
      fault = decode(parser, batch, stack);
    } finally {
      delivery.passOn();
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** Passes on a batch that was read without a parser. */
  void decode(PlainBatch batch, ThreadStack stack) throws IOException, JsonFormatException {
    JsonFormatException fault = null;
    try {
      while (batch.hasNext()) {
        int element = batch.position();
        try {
          delivery.deliver(next(batch, stack));
        } catch (JsonFormatException e) {
          fault = fault == null ? e : fault;
          batch.skipFrom(element);
        }
      }
    } finally {
      delivery.passOn();
    }
    if (fault != null) {
      throw fault;
    }
  }

  private TraceEvent next(PlainBatch batch, ThreadStack stack) throws JsonFormatException {
    return switch (batch.nextKind()) {
      case LINE -> new LineEvent(stack.top(), batch.nextInt());
      case TIMED_LINE -> {
        int lineno = batch.nextInt();
        long timeNs = timeOf(batch, stack);
        yield new LineEvent(stack.top(), lineno, timeNs);
      }
      case CALL -> {
        KnownCode known = codes.get(batch.nextInt());
        long timeNs = timeOf(batch, stack);
        yield new CallEvent(stack.pushDirect(known), known.lineno(), timeNs);
      }
      case PLACED_CALL -> placed(batch, stack, false);
      case GENERATOR_CALL -> placed(batch, stack, true);
      case RETURN -> {
        int lineno = batch.nextInt();
        long timeNs = timeOf(batch, stack);
        yield new ReturnEvent(stack.pop(), lineno, timeNs);
      }
      case EXCEPTION -> {
        Frame frame = stack.top();
        yield new ExceptionEvent(frame, batch.nextInt(), batch.nextText(), batch.nextText());
      }
    };
  }

  private CallEvent placed(PlainBatch batch, ThreadStack stack, boolean ofGenerator)
      throws JsonFormatException {
    KnownCode known = codes.get(batch.nextInt());
    long timeNs = timeOf(batch, stack);
    int lineno = batch.nextInt();
    int depth = batch.nextInt();
    int level = batch.nextInt();
    int activation = ofGenerator ? batch.nextInt() : Frame.NO_ACTIVATION;
    boolean resumed = ofGenerator && batch.nextInt() != 0;
    Frame frame = stack.push(known, depth, level, activation, resumed);
    return new CallEvent(frame, lineno, timeNs, resumed);
  }

  private static long timeOf(PlainBatch batch, ThreadStack stack) throws JsonFormatException {
    long ns = batch.nextLong();
    return ns == TraceEvent.NO_TIME ? ns : stack.advance(ns);
  }

  /** Reads the elements of a batch; the first fault, or null. */
  private JsonFormatException decode(JsonParser parser, JsonStreamContext batch, ThreadStack stack)
      throws IOException {
    JsonFormatException fault = null;
    for (JsonToken token = parser.nextToken(); token != END_ARRAY; token = parser.nextToken()) {
      try {
        if (token == START_ARRAY) {
          decodeNamed(parser, stack);
          skipTo(batch, parser);
        } else {
          delivery.deliver(new LineEvent(stack.top(), lineno(parser, token)));
        }
      } catch (JsonFormatException e) {
        fault = fault == null ? e : fault;
        skipTo(batch, parser);
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
      case CALL -> delivery.deliver(call(parser, stack));
      case LINE -> delivery.deliver(line(parser, stack));
      case RETURN -> delivery.deliver(leave(parser, stack));
      case EXCEPTION -> delivery.deliver(exception(parser, stack));
      case OPCODE ->
          delivery.deliver(new OpcodeEvent(stack.top(), lineno(parser, parser.nextToken())));
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

  private CallEvent call(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    KnownCode known = codes.get(number(parser));
    long timeNs = time(parser, stack);
    JsonToken token = parser.nextToken();
    if (token == END_ARRAY) {
      return new CallEvent(stack.pushDirect(known), known.lineno(), timeNs);
    }
    int lineno = lineno(parser, token);
    int depth = number(parser);
    int level = number(parser);
    boolean activated = parser.nextToken() == VALUE_NUMBER_INT;
    int activation = activated ? parser.getIntValue() : Frame.NO_ACTIVATION;
    boolean resumed =
        activated && parser.nextToken() == VALUE_NUMBER_INT && parser.getIntValue() != 0;
    Frame frame = stack.push(known, depth, level, activation, resumed);
    return new CallEvent(frame, lineno, timeNs, resumed);
  }

  private static LineEvent line(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    int lineno = lineno(parser, parser.nextToken());
    long timeNs = parser.nextToken() == END_ARRAY ? TraceEvent.NO_TIME : timeHere(parser, stack);
    return new LineEvent(stack.top(), lineno, timeNs);
  }

  private static ReturnEvent leave(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    int lineno = lineno(parser, parser.nextToken());
    long timeNs = time(parser, stack);
    return new ReturnEvent(stack.pop(), lineno, timeNs);
  }

  private static ExceptionEvent exception(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    Frame frame = stack.top();
    int lineno = lineno(parser, parser.nextToken());
    return new ExceptionEvent(frame, lineno, text(parser), text(parser));
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

  /**
   * Events on their way into the sink. Where values are recorded, an event waits until it is known
   * whether some stand behind it, but never longer than its batch.
   */
  private static final class EventDelivery {

    private final GuardedSink sink;
    private final boolean valued;
    private TraceEvent last;
    private TraceEvent waiting;
    private FrameValues values;

    /** For a process whose events have values, or have none. */
    EventDelivery(GuardedSink sink, boolean valued) {
      this.sink = sink;
      this.valued = valued;
    }

    /** The last event there was. */
    Optional<TraceEvent> last() {
      return Optional.ofNullable(last);
    }

    void deliver(TraceEvent event) throws SinkException {
      last = event;
      if (valued) {
        passOn();
        waiting = event;
      } else {
        sink.event(event);
      }
    }

    /** Adds values to the event that waits for them. */
    void add(ValueKind kind, List<Named> named) throws JsonFormatException {
      if (waiting == null || !FrameValues.kindOf(waiting.kind()).equals(Optional.of(kind))) {
        throw new JsonFormatException("values of kind " + kind.wireName() + " have no event");
      }
      values = new FrameValues(kind, named);
    }

    /** Nothing more comes to the event that waits. */
    void passOn() throws SinkException {
      TraceEvent event = waiting;
      FrameValues held = values;
      waiting = null;
      values = null;
      if (event != null) {
        sink.event(held == null ? event : event.with(Optional.of(held)));
      }
    }
  }
}
