package dev.leadline.wire.read;

import java.util.HashMap;
import java.util.Map;

/** Gives equal strings one instance: a program that compiles without end repeats its names. */
final class SharedStrings {

  private static final int REMEMBERED = 20_000;

  private final Map<String, String> strings = new HashMap<>();

  String shared(String text) {
    String known = strings.get(text);
    if (known != null) {
      return known;
    }
    if (strings.size() == REMEMBERED) {
      strings.clear();
    }
    strings.put(text, text);
    return text;
  }
}
