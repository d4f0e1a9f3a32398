package dev.leadline.report.text;

import dev.leadline.json.JsonText;
import java.util.Locale;

/**
 * Text that others wrote (names, messages, source lines), made fit for a terminal: nothing in it
 * moves the cursor, changes colours, breaks the line or turns the direction of reading.
 */
public final class TerminalText {

  /** Stands for what is cut out of a name. */
  private static final String GAP = "..";

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

  /** A text without its middle where it takes more columns; its ends say most of a name. */
  public static String cutMiddle(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    int room = Math.max(0, columns - GAP.length());
    return head(text, room - room / 2) + GAP + tail(text, room / 2);
  }

  /** A text without its beginning where it takes more columns. */
  public static String cutStart(String text, int columns) {
    return columns(text) <= columns ? text : GAP + tail(text, Math.max(0, columns - GAP.length()));
  }

  /** What fits into a number of columns. */
  static String head(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += columns(point);
      if (used > columns) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int columns) {
    int start = text.length();
    int used = 0;
    while (start > 0) {
      int point = text.codePointBefore(start);
      used += columns(point);
      if (used > columns) {
        break;
      }
      start -= Character.charCount(point);
    }
    return text.substring(start);
  }

  /** Columns that a text takes on a terminal. */
  public static int columns(String text) {
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
