package dev.leadline.wire;

import dev.leadline.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of record of protocol 1. */
public enum RecordKind {
  HEADER,
  PROCESS,
  THREAD,
  CODE,
  SOURCE,
  BASE,
  LAYERS,
  STACK,
  EVENTS,
  CALLS,
  LIMIT,
  TROUBLE,
  BLIND,
  FLUSHED,
  LEAVING,
  SIGNALLED,
  ENDING,
  END,
  EXECUTABLE,
  EXIT,
  /** Any other: skipped and counted. */
  UNKNOWN;

  private static final Map<String, RecordKind> BY_NAME =
      Arrays.stream(values())
          .filter(kind -> kind != UNKNOWN)
          .collect(Collectors.toUnmodifiableMap(RecordKind::wireName, Function.identity()));

  private static final byte[] BEGINNING = "{\"record\":\"".getBytes(StandardCharsets.US_ASCII);

  public static RecordKind of(String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** The kind of a line that begins as we write it; no parser is needed to see it. */
  public static Optional<RecordKind> atBeginning(byte[] buffer, int from, int to) {
    int start = from + BEGINNING.length;
    if (start > to || !Arrays.equals(buffer, from, start, BEGINNING, 0, BEGINNING.length)) {
      return Optional.empty();
    }
    int end = start;
    while (end < to && buffer[end] >= 'a' && buffer[end] <= 'z') {
      end++;
    }
    return end < to && buffer[end] == '"'
        ? Optional.of(of(new String(buffer, start, end - start, StandardCharsets.US_ASCII)))
        : Optional.empty();
  }

  /** The value of a record's {@code record} key. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A record of this kind, for its fields to be added. */
  public JsonObject begin() {
    return new JsonObject().text("record", wireName());
  }
}
