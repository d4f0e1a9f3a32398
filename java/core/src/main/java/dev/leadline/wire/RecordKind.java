package dev.leadline.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of record of protocol 1. */
enum RecordKind {
  HEADER,
  PROCESS,
  THREAD,
  CODE,
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
  ENDING,
  END,
  EXIT,
  /** Any other: skipped and counted. */
  UNKNOWN;

  private static final Map<String, RecordKind> BY_NAME =
      Arrays.stream(values())
          .filter(kind -> kind != UNKNOWN)
          .collect(Collectors.toUnmodifiableMap(RecordKind::wireName, Function.identity()));

  static RecordKind of(String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** The value of a record's {@code record} key. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A record of this kind, for its fields to be added. */
  JsonObject begin() {
    return new JsonObject().text("record", wireName());
  }
}
