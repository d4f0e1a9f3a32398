package dev.leadline.wire.read;

import dev.leadline.event.EventBatch;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An {@code events} record as the agent writes nearly all of them, read without a JSON parser,
 * which takes several times as long. It is recognized as a whole or not at all: whatever else JSON
 * allows, and whatever is wrong, is left to the parser. In values that no sink reads, nothing is
 * looked at but where they end.
 *
 * <p>A record ends with a brace, at which numbers and marks end, too: none of them looks for the
 * end of the record.
 */
final class PlainBatch {

  /** What an element is. */
  enum Kind {
    /** Lines without times that follow one another. */
    LINES,
    /** A line with its time. */
    TIMED_LINE,
    /** A call in its short form. */
    CALL,
    /** A call that states its place. */
    PLACED_CALL,
    /** The same of a generator or coroutine. */
    GENERATOR_CALL,
    RETURN,
    EXCEPTION
  }

  private static final byte[] THREAD = ascii("{\"record\":\"events\",\"thread\":");
  private static final byte[] TIME = ascii(",\"time_ns\":");
  private static final byte[] EVENTS = ascii(",\"events\":[");
  private static final byte[] END = ascii("]}");
  private static final byte[] NULL = ascii("null");
  private static final byte[] TIMED_LINE = ascii("[\"line\",");
  private static final byte[] CALL = ascii("[\"call\",");
  private static final byte[] RETURN = ascii("[\"return\",");
  private static final byte[] EXCEPTION = ascii("[\"exception\",");
  private static final byte[][] VALUES = {
    ascii("[\"args\","), ascii("[\"locals\","), ascii("[\"value\",")
  };

  /** More fields than a batch of the agent's has; a longer one is the parser's. */
  private static final int MOST = 1 << 16;

  /** Digits of numbers that fit into 32 and into 64 bits whatever they are. */
  private static final int OF_INT = 9;

  private static final int OF_LONG = 18;

  private static final Kind[] KINDS = Kind.values();

  private byte[] buffer = {};
  private int at;
  private int end;

  /** The elements: of each its kind, and then what it has. */
  private long[] fields = new long[1 << 10];

  private int size;
  private int thread;
  private long timeNs;
  private int next;
  private boolean valued;

  /**
   * Reads the line between {@code from} and {@code to}; false where it is to be parsed.
   *
   * @param valued whether a sink looks at the values of events; otherwise they are passed over
   */
  boolean read(byte[] line, int from, int to, boolean valued) {
    this.valued = valued;
    buffer = line;
    at = from;
    end = to;
    size = 0;
    next = 0;
    if (from == to
        || line[to - 1] != '}'
        || !skip(THREAD)
        || !number(OF_INT)
        || !skip(TIME)
        || !numberOrNull(OF_LONG, TraceEvent.NO_TIME)) {
      return false;
    }
    thread = (int) fields[0];
    timeNs = fields[1];
    size = 0;
    return skip(EVENTS) && elements() && skip(END) && at == end;
  }

  /** The number of its thread. */
  int thread() {
    return thread;
  }

  /** When it began, or {@link TraceEvent#NO_TIME}. */
  long timeNs() {
    return timeNs;
  }

  /** Whether there is one more element. */
  boolean hasNext() {
    return next < size;
  }

  /** Goes to the next element; its fields are the next ones then. */
  Kind nextKind() {
    return KINDS[nextInt()];
  }

  /** The next fields: lines of a frame. */
  void nextLines(EventBatch batch, Frame frame) {
    int count = nextInt();
    batch.addLines(frame, fields, next, next + count);
    next += count;
  }

  /** The next field, a number of 32 bits. */
  int nextInt() {
    return (int) fields[next++];
  }

  /** The next field, a number of 64 bits. */
  long nextLong() {
    return fields[next++];
  }

  /** The next field, a text. */
  String nextText() {
    int from = nextInt();
    int to = nextInt();
    return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Goes behind the fields of an element that begins there, of which some may be read. */
  void skipFrom(int element) {
    next = element;
    Kind kind = nextKind();
    next +=
        switch (kind) {
          case LINES -> 1 + (int) fields[next];
          case TIMED_LINE, CALL, RETURN -> 2;
          case EXCEPTION, PLACED_CALL -> 5;
          case GENERATOR_CALL -> 7;
        };
  }

  /** Where the next element begins. */
  int position() {
    return next;
  }

  private boolean elements() {
    boolean more = true;
    while (more) {
      lines();
      if (size + 8 > fields.length && !grow() || !element()) {
        return false;
      }
      more = skip(',');
    }
    return true;
  }

  /** Reads lines as far as they follow one another: most elements are lines. */
  private void lines() {
    byte[] bytes = buffer;
    int element = at;
    int to = element;
    int first = size + 2;
    int room = first;
    while (room < fields.length) {
      int value = 0;
      for (int digit; (digit = bytes[to] - '0') >= 0 && digit <= 9; to++) {
        value = 10 * value + digit;
      }
      int digits = to - element;
      if (digits == 0 || digits > OF_INT || bytes[element] == '0' && digits > 1) {
        break;
      }
      if (bytes[to] != ',') {
        break;
      }
      fields[room++] = value;
      to++;
      element = to;
    }
    if (room > first) {
      mark(Kind.LINES);
      fields[size] = room - first;
      at = element;
      size = room;
    }
  }

  private boolean grow() {
    if (fields.length == MOST) {
      return false;
    }
    fields = Arrays.copyOf(fields, 2 * fields.length);
    return true;
  }

  private boolean element() {
    if (at + 2 >= end || buffer[at] != '[') {
      mark(Kind.LINES);
      fields[size++] = 1;
      return lineno();
    }
    return switch (buffer[at + 2]) {
      case 'l' -> skip(TIMED_LINE) ? timed(Kind.TIMED_LINE) : values();
      case 'c' -> skip(CALL) && call();
      case 'r' -> skip(RETURN) && timed(Kind.RETURN);
      case 'e' -> skip(EXCEPTION) && exception();
      default -> values();
    };
  }

  private boolean timed(Kind kind) {
    mark(kind);
    return lineno() && comma() && time() && close();
  }

  private boolean exception() {
    mark(Kind.EXCEPTION);
    return lineno() && comma() && text() && comma() && text() && close();
  }

  /** Passes over the values of an event. */
  private boolean values() {
    if (valued) {
      return false;
    }
    boolean found = false;
    for (int kind = 0; kind < VALUES.length && !found; kind++) {
      found = skip(VALUES[kind]);
    }
    int open = found ? 1 : 0;
    while (open > 0 && at < end) {
      switch (buffer[at++]) {
        case '"' -> passOverText();
        case '[', '{' -> open++;
        case ']', '}' -> open--;
        default -> {}
      }
    }
    return found && open == 0 && at < end;
  }

  /** Goes behind a text that has begun. */
  private void passOverText() {
    while (at < end && buffer[at] != '"') {
      at += buffer[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private boolean call() {
    int kind = size;
    mark(Kind.CALL);
    if (!number(OF_INT) || !comma() || !time()) {
      return false;
    }
    if (close()) {
      return true;
    }
    fields[kind] = Kind.PLACED_CALL.ordinal();
    if (!comma() || !lineno() || !comma() || !number(OF_INT) || !comma() || !number(OF_INT)) {
      return false;
    }
    if (close()) {
      return true;
    }
    fields[kind] = Kind.GENERATOR_CALL.ordinal();
    return comma() && number(OF_INT) && comma() && number(OF_INT) && close();
  }

  private void mark(Kind kind) {
    fields[size++] = kind.ordinal();
  }

  private boolean lineno() {
    return numberOrNull(OF_INT, TraceEvent.NO_LINENO);
  }

  private boolean time() {
    return numberOrNull(OF_LONG, TraceEvent.NO_TIME);
  }

  private boolean numberOrNull(int digits, long none) {
    if (number(digits)) {
      return true;
    }
    if (!skip(NULL)) {
      return false;
    }
    fields[size++] = none;
    return true;
  }

  /** Reads a number of no more digits than these, and no 0 in front. */
  private boolean number(int digits) {
    byte[] bytes = buffer;
    int from = at;
    int to = from;
    long value = 0;
    for (int digit; (digit = bytes[to] - '0') >= 0 && digit <= 9; to++) {
      value = 10 * value + digit;
    }
    if (to == from || to - from > digits || bytes[from] == '0' && to - from > 1) {
      return false;
    }
    at = to;
    fields[size++] = value;
    return true;
  }

  /** Reads a text of printable ASCII without escapes. */
  private boolean text() {
    if (at >= end || buffer[at] != '"') {
      return false;
    }
    int from = at + 1;
    int to = from;
    while (to < end && buffer[to] != '"') {
      if (buffer[to] < ' ' || buffer[to] == '\\') {
        return false;
      }
      to++;
    }
    fields[size++] = from;
    fields[size++] = to;
    at = to + 1;
    return to < end;
  }

  private boolean comma() {
    return skip(',');
  }

  private boolean close() {
    return skip(']');
  }

  private boolean skip(char expected) {
    if (buffer[at] != expected) {
      return false;
    }
    at++;
    return true;
  }

  private boolean skip(byte[] expected) {
    byte[] bytes = buffer;
    int from = at;
    for (int i = 0; i < expected.length; i++) {
      if (bytes[from + i] != expected[i]) {
        return false;
      }
    }
    at = from + expected.length;
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
