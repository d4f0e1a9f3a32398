package dev.leadline.report;

import dev.leadline.wire.JsonText;
import java.util.Locale;

/**
 * Text that others wrote (names, messages, source lines), made fit for a terminal: nothing in it
 * moves the cursor, changes colours, breaks the line or turns the direction of reading.
 */
public final class TerminalText {

  private TerminalText() {}

  /** The text with every such character written as Python would escape it. */
  public static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (JsonText.isHarmful(text.charAt(i))) {
        return escapeAll(text);
      }
    }
    return text;
  }

  private static String escapeAll(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (!isHarmful(point)) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append(escape(point));
              }
            });
    return escaped.toString();
  }

  /** A character beyond U+FFFF does harm where it is shown as nothing, as tags are. */
  private static boolean isHarmful(int point) {
    return point <= Character.MAX_VALUE
        ? JsonText.isHarmful((char) point)
        : Character.getType(point) == Character.FORMAT;
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, form(point), point);
    };
  }

  private static String form(int point) {
    return point < 0x100 ? "\\x%02x" : point <= Character.MAX_VALUE ? "\\u%04x" : "\\U%08x";
  }

  /** Columns that a text takes on a terminal. */
  static int columns(String text) {
    return text.codePoints().map(TerminalText::columns).sum();
  }

  /** Columns that a letter takes: East Asian wide ones take two, combining marks none. */
  static int columns(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** The blocks that Unicode's EastAsianWidth gives as W or F, roughly. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0x1f300 && c <= 0x1faff
            || c >= 0x20000 && c <= 0x3fffd);
  }
}
