package dev.leadline.json;

/**
 * Writes JSON strings. Besides what JSON itself demands, everything is escaped that a terminal or a
 * line-based reader could act on: C0 and C1 controls, DEL, the separators U+2028 and U+2029,
 * directional overrides, and surrogates that stand alone.
 */
public final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonText() {}

  /** Appends {@code text} in quotes; letters of all scripts stay as they are. */
  public static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        out.append(c);
      } else if (isPair(text, i)) {
        out.append(c).append(text.charAt(++i));
      } else if (c < 0x7f || isHarmful(c)) {
        escape(c, out);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Appends {@code text} in quotes, in ASCII alone. */
  public static void ascii(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        escape(c, out.append(text, written, i));
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  /** Whether a character could act on a terminal or break a line, or is half a character. */
  public static boolean isHarmful(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[c >> 8 & 15])
              .append(HEX[c >> 4 & 15])
              .append(HEX[c & 15]);
    }
  }
}
