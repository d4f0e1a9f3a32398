package dev.leadline.wire;

import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NULL;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.Values.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an event's array may hold: numbers, texts, and values with their names. */
final class EventElements {

  private EventElements() {}

  /** A time: nanoseconds since the last one of the thread, or null. */
  static long time(JsonParser parser, ThreadStack stack)
      throws IOException, MalformedRecordException {
    return parser.nextToken() == VALUE_NULL
        ? TraceEvent.NO_TIME
        : stack.advance(integer(parser).getLongValue());
  }

  /** The next element, a number. */
  static int number(JsonParser parser) throws IOException, MalformedRecordException {
    parser.nextToken();
    return integer(parser).getIntValue();
  }

  /** A line number or null; the parser stands on it. */
  static int lineno(JsonParser parser, JsonToken token)
      throws IOException, MalformedRecordException {
    return token == VALUE_NULL ? TraceEvent.NO_LINENO : integer(parser).getIntValue();
  }

  /** The parser, which stands on a whole number. */
  static JsonParser integer(JsonParser parser) throws MalformedRecordException {
    if (parser.currentToken() != VALUE_NUMBER_INT) {
      throw new MalformedRecordException("an event has something else where a number belongs");
    }
    return parser;
  }

  /** The next element, a string. */
  static String text(JsonParser parser) throws IOException, MalformedRecordException {
    parser.nextToken();
    return string(parser);
  }

  private static String string(JsonParser parser) throws IOException, MalformedRecordException {
    if (parser.currentToken() != VALUE_STRING) {
      throw new MalformedRecordException("an event has something else where a string belongs");
    }
    return parser.getText();
  }

  /** The next element, an object of names and the texts of their values. */
  static List<Named> named(JsonParser parser) throws IOException, MalformedRecordException {
    if (parser.nextToken() != START_OBJECT) {
      throw new MalformedRecordException("values are something else than an object");
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
