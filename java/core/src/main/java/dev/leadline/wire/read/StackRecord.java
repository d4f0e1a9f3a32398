package dev.leadline.wire.read;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.FIELD_NAME;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.json.Json;
import dev.leadline.json.JsonFormatException;
import dev.leadline.stacks.FrameStack;
import java.io.IOException;
import java.util.List;

/**
 * The {@code stack} record: the frames that are on a thread's stack. It is read frame by frame, as
 * a stack may be a million frames deep, and a tree of its JSON values would not fit.
 */
final class StackRecord {

  /** Code, depth, level, and the activation of a generator's frame. */
  private static final int COLUMNS = 4;

  private final CodeTable codes;
  private final TraceThread thread;
  private final FrameStack frames = new FrameStack();

  private StackRecord(CodeTable codes, TraceThread thread) {
    this.codes = codes;
    this.thread = thread;
  }

  /** The number of the thread that a record is about. */
  static int thread(byte[] buffer, int from, int to) throws IOException, JsonFormatException {
    try (JsonParser parser = at("thread", buffer, from, to)) {
      return EventElements.integer(parser).getIntValue();
    }
  }

  /** Since when a record holds, or {@link TraceEvent#NO_TIME}. */
  static long timeNs(byte[] buffer, int from, int to) throws IOException, JsonFormatException {
    try (JsonParser parser = Json.parser(buffer, from, to)) {
      return find("time_ns", parser)
          ? EventElements.integer(parser).getLongValue()
          : TraceEvent.NO_TIME;
    }
  }

  /** The frames of a record, the outermost first. */
  static List<Frame> frames(byte[] buffer, int from, int to, CodeTable codes, TraceThread thread)
      throws IOException, JsonFormatException {
    StackRecord record = new StackRecord(codes, thread);
    try (JsonParser parser = at("frames", buffer, from, to)) {
      if (parser.currentToken() != START_ARRAY) {
        throw new JsonFormatException("\"frames\" is not a list");
      }
      while (parser.nextToken() != END_ARRAY) {
        record.frame(parser);
      }
    }
    return record.frames.toList();
  }

  /** A parser that stands on the value of a key. */
  private static JsonParser at(String key, byte[] buffer, int from, int to)
      throws IOException, JsonFormatException {
    JsonParser parser = Json.parser(buffer, from, to);
    if (!find(key, parser)) {
      throw new JsonFormatException("it lacks \"" + key + "\"");
    }
    return parser;
  }

  /** Moves a parser at the beginning to the value of a key, if there is one. */
  private static boolean find(String key, JsonParser parser) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == FIELD_NAME) {
      boolean found = parser.currentName().equals(key);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private void frame(JsonParser parser) throws IOException, JsonFormatException {
    if (parser.currentToken() != START_ARRAY) {
      throw new JsonFormatException("\"frames\" is not a list of lists of numbers");
    }
    int[] row = {0, 0, 0, Frame.NO_ACTIVATION};
    int size = 0;
    for (JsonToken token = parser.nextToken(); token != END_ARRAY; token = parser.nextToken()) {
      if (size < COLUMNS) {
        row[size++] = EventElements.integer(parser).getIntValue();
      } else {
        parser.skipChildren();
      }
    }
    if (size < COLUMNS - 1) {
      throw new JsonFormatException("a frame lacks its code, its depth or its level");
    }
    Frame frame = new Frame(codes.get(row[0]).code(), thread, row[1], row[2], row[3]);
    frames.truncate(frames.below(frame.depth()));
    frames.push(frame);
  }
}
