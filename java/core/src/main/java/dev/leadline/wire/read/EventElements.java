package dev.leadline.wire.read;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NULL;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.TraceEvent;
import dev.leadline.json.JsonFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an event's array may hold: numbers, texts, and values with their names. */
final class EventElements {

  private EventElements() {}

  /** A time: nanoseconds since the last one of the thread, or null. */
  static long time(JsonParser parser, ThreadStack stack) throws IOException, JsonFormatException {
    parser.nextToken();
    return timeHere(parser, stack);
  }

  /** The same, where the parser stands on it. */
  static long timeHere(JsonParser parser, ThreadStack stack)
      throws IOException, JsonFormatException {
    return parser.currentToken() == VALUE_NULL
        ? TraceEvent.NO_TIME
        : stack.advance(integer(parser).getLongValue());
  }

  /** The next element, a number. */
  static int number(JsonParser parser) throws IOException, JsonFormatException {
    parser.nextToken();
    return integer(parser).getIntValue();
  }

  /** A line number or null; the parser stands on it. */
  static int lineno(JsonParser parser, JsonToken token) throws IOException, JsonFormatException {
    return token == VALUE_NULL ? TraceEvent.NO_LINENO : integer(parser).getIntValue();
  }

  /** The parser, which stands on a whole number. */
  static JsonParser integer(JsonParser parser) throws JsonFormatException {
    if (parser.currentToken() != VALUE_NUMBER_INT) {
      throw new JsonFormatException("an event has something else where a number belongs");
    }
    return parser;
  }

  /** The next element, a string. */
  static String text(JsonParser parser) throws IOException, JsonFormatException {
    parser.nextToken();
    return string(parser);
  }

  private static String string(JsonParser parser) throws IOException, JsonFormatException {
    if (parser.currentToken() != VALUE_STRING) {
      throw new JsonFormatException("an event has something else where a string belongs");
    }
    return parser.getText();
  }

  /** The next element, an object of names and the texts of their values. */
  static List<Named> named(JsonParser parser) throws IOException, JsonFormatException {
    if (parser.nextToken() != START_OBJECT) {
      throw new JsonFormatException("values are something else than an object");
    }
    List<Named> named = new ArrayList<>();
    while (parser.nextToken() == FIELD_NAME) {
      String name = parser.currentName();
      boolean gone = parser.nextToken() == VALUE_NULL;
      named.add(new Named(name, gone ? Optional.empty() : Optional.of(string(parser))));
    }
    return named;
  }
}
