package dev.leadline.wire.read;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;

import com.fasterxml.jackson.core.JsonParser;
import dev.leadline.event.TraceEvent;
import dev.leadline.json.Json;
import dev.leadline.json.JsonFormatException;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The keys of one {@code events} record. The agent writes the thread and the time before the
 * events, so that one pass is enough; after a tool that sorts keys it takes a second one.
 */
final class EventsRecord {

  private OptionalInt thread = OptionalInt.empty();
  private OptionalLong timeNs = OptionalLong.empty();
  private boolean decoded;

  /**
   * Reads the record; the latest time in it, or {@link TraceEvent#NO_TIME}.
   *
   * @param plain what reads it where it is as usual
   */
  static long decode(byte[] buffer, int from, int to, PlainBatch plain, ProcessDecoder decoder)
      throws IOException, JsonFormatException {
    if (plain.read(buffer, from, to, decoder.events().valued())) {
      ThreadStack stack = decoder.stack(plain.thread());
      stack.batchAt(plain.timeNs());
      decoder.events().decode(plain, stack);
      return stack.timeNs();
    }
    EventsRecord record = new EventsRecord();
    for (int pass = 0; pass < 2 && !record.decoded; pass++) {
      try (JsonParser parser = Json.parser(buffer, from, to)) {
        record.keys(parser, decoder);
      }
    }
    if (!record.decoded) {
      throw new JsonFormatException("it lacks \"thread\", \"time_ns\" or \"events\"");
    }
    return decoder.stack(record.thread.getAsInt()).timeNs();
  }

  private void keys(JsonParser parser, ProcessDecoder decoder)
      throws IOException, JsonFormatException {
    parser.nextToken();
    while (parser.nextToken() == FIELD_NAME) {
      switch (parser.currentName()) {
        case "thread" -> thread = OptionalInt.of(thread(parser));
        case "time_ns" -> timeNs = OptionalLong.of(time(parser));
        case "events" -> events(parser, decoder);
        default -> {
          parser.nextToken();
          parser.skipChildren();
        }
      }
    }
  }

  private void events(JsonParser parser, ProcessDecoder decoder)
      throws IOException, JsonFormatException {
    if (decoded || thread.isEmpty() || timeNs.isEmpty()) {
      parser.nextToken();
      parser.skipChildren();
      return;
    }
    decoded = true;
    ThreadStack stack = decoder.stack(thread.getAsInt());
    stack.batchAt(timeNs.getAsLong());
    decoder.events().decode(parser, stack);
  }

  private static int thread(JsonParser parser) throws IOException, JsonFormatException {
    if (parser.nextToken() != VALUE_NUMBER_INT) {
      throw new JsonFormatException("\"thread\" is not a number");
    }
    return parser.getIntValue();
  }

  private static long time(JsonParser parser) throws IOException, JsonFormatException {
    return switch (parser.nextToken()) {
      case VALUE_NULL -> TraceEvent.NO_TIME;
      case VALUE_NUMBER_INT -> parser.getLongValue();
      default -> throw new JsonFormatException("\"time_ns\" is not a number");
    };
  }
}
