package dev.leadline.checkfile;

import java.util.regex.Pattern;

/**
 * Characters that YAML 1.1, which the parser knows, and YAML 1.2, with it JSON, read in two ways:
 * three ends of lines that 1.2 has no more (its section 5.4), and the slash that JSON escapes.
 * While a text is parsed, noncharacters of Unicode stand for them, one for one, so that no place
 * moves.
 */
final class StandIns {

  private static final String WRITTEN = "\u0085\u2028\u2029";
  private static final String STANDING = "\ufdd0\ufdd1\ufdd2";
  private static final char BACKSLASH = '\ufdd3';

  /** A slash behind an odd number of backslashes: the even ones before it escape each other. */
  private static final Pattern SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\/");

  private StandIns() {}

  /** The text as it is parsed. */
  static String put(String text) {
    String lines = exchange(text, WRITTEN, STANDING);
    return lines.contains("\\/") ? SLASH.matcher(lines).replaceAll("$1" + BACKSLASH + "/") : lines;
  }

  /**
   * What was written.
   *
   * @param escapes whether it stood in double quotes, where a backslash escapes
   */
  static String back(String parsed, boolean escapes) {
    String slashes = parsed.replace(String.valueOf(BACKSLASH), escapes ? "" : "\\");
    return exchange(slashes, STANDING, WRITTEN);
  }

  private static String exchange(String text, String from, String to) {
    String exchanged = text;
    for (int i = 0; i < from.length(); i++) {
      exchanged = exchanged.replace(from.charAt(i), to.charAt(i));
    }
    return exchanged;
  }
}
