package dev.leadline.wire;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;
import static dev.leadline.wire.EventElements.lineno;
import static dev.leadline.wire.EventElements.named;
import static dev.leadline.wire.EventElements.number;
import static dev.leadline.wire.EventElements.text;
import static dev.leadline.wire.EventElements.time;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.event.CallEvent;
import dev.leadline.event.ExceptionEvent;
import dev.leadline.event.Frame;
import dev.leadline.event.LineEvent;
import dev.leadline.event.OpcodeEvent;
import dev.leadline.event.ReturnEvent;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The events of one batch: bare line numbers, and arrays that begin with a name. This is where a
 * reader spends its time, hence the streaming parser and the few objects.
 *
 * <p>An event that makes no sense (a return without its call) is skipped and the rest of its batch
 * is read; the first such fault is thrown at the end of the batch.
 */
final class EventsDecoder {

  private final CodeTable codes;
  private final EventDelivery delivery;
  private final EventNames names = new EventNames();

  /** A decoder for a process whose events have values, or have none. */
  EventsDecoder(CodeTable codes, GuardedSink sink, boolean valued) {
    this.codes = codes;
    this.delivery = new EventDelivery(sink, valued);
  }

  /** The last event there was, for the story of a process that died. */
  Optional<TraceEvent> last() {
    return delivery.last();
  }

  /** Reads the array that the parser stands before. */
  void decode(JsonParser parser, ThreadStack stack) throws IOException, MalformedRecordException {
    if (parser.nextToken() != START_ARRAY) {
      throw new MalformedRecordException("\"events\" is not a list");
    }
    JsonStreamContext batch = parser.getParsingContext();
    MalformedRecordException fault;
    try {
      fault = decode(parser, batch, stack);
    } finally {
      delivery.passOn();
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** Reads the elements of a batch; the first fault, or null. */
  private MalformedRecordException decode(
      JsonParser parser, JsonStreamContext batch, ThreadStack stack) throws IOException {
    MalformedRecordException fault = null;
    for (JsonToken token = parser.nextToken(); token != END_ARRAY; token = parser.nextToken()) {
      try {
        if (token == START_ARRAY) {
          decodeNamed(parser, stack);
          skipTo(batch, parser);
        } else {
          delivery.deliver(new LineEvent(stack.top(), lineno(parser, token)));
        }
      } catch (MalformedRecordException e) {
        fault = fault == null ? e : fault;
        skipTo(batch, parser);
      }
    }
    return fault;
  }

  private void decodeNamed(JsonParser parser, ThreadStack stack)
      throws IOException, MalformedRecordException {
    if (parser.nextToken() != VALUE_STRING) {
      throw new MalformedRecordException("an event has no name");
    }
    WireEvent kind =
        names.find(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    switch (kind) {
      case CALL -> delivery.deliver(call(parser, stack));
      case LINE -> delivery.deliver(new LineEvent(stack.top(), lineno(parser, parser.nextToken())));
      case RETURN -> delivery.deliver(leave(parser, stack));
      case EXCEPTION -> delivery.deliver(exception(parser, stack));
      case OPCODE ->
          delivery.deliver(new OpcodeEvent(stack.top(), lineno(parser, parser.nextToken())));
      case ARGS -> delivery.add(ValueKind.ARGS, named(parser));
      case LOCALS -> delivery.add(ValueKind.LOCALS, named(parser));
      case VALUE ->
          delivery.add(ValueKind.RETURN, List.of(new Named("", Optional.of(text(parser)))));
    }
  }

  private CallEvent call(JsonParser parser, ThreadStack stack)
      throws IOException, MalformedRecordException {
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
    Frame frame = stack.push(known, depth, level, activation);
    return new CallEvent(frame, lineno, timeNs, resumed);
  }

  private static ReturnEvent leave(JsonParser parser, ThreadStack stack)
      throws IOException, MalformedRecordException {
    int lineno = lineno(parser, parser.nextToken());
    long timeNs = time(parser, stack);
    return new ReturnEvent(stack.pop(), lineno, timeNs);
  }

  private static ExceptionEvent exception(JsonParser parser, ThreadStack stack)
      throws IOException, MalformedRecordException {
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
}
