package dev.leadline.parquet;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Texts of a trace as Parquet can have them: it has Unicode, where Python also has surrogates. */
final class Unicode {

  private Unicode() {}

  /** A surrogate that stands alone as Python's {@code backslashreplace} writes it. */
  static String of(String text) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    if (utf8.canEncode(text)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                replaced.append(String.format("\\u%04x", c));
              } else {
                replaced.appendCodePoint(c);
              }
            });
    return replaced.toString();
  }
}
