package dev.leadline.checkfile;

import java.util.regex.Pattern;

/**
 * What YAML 1.1, which the parser knows, and YAML 1.2, with it JSON, read in two ways: three ends
 * of lines that 1.2 has no more (its section 5.4), the slash that JSON escapes, and tabs in lines
 * that hold nothing else. While a text is parsed, noncharacters of Unicode, and spaces for such
 * tabs, stand for them, one for one, so that no place moves.
 */
final class StandIns {

  private static final String WRITTEN = "\u0085\u2028\u2029";
  private static final String STANDING = "\ufdd0\ufdd1\ufdd2";
  private static final char BACKSLASH = '\ufdd3';

  /** A slash behind an odd number of backslashes: the even ones before it escape each other. */
  private static final Pattern SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\/");

  /** What begins a block of text, or looks like it. */
  private static final Pattern BLOCK = Pattern.compile("(?m)[|>][-+1-9]{0,2}[ \\t]*(#.*)?$");

  private static final Pattern BLANK = Pattern.compile("(?m)^ *+\\t[ \\t]*+(?=#|$)");

  private StandIns() {}

  /** The text as it is parsed. */
  static String put(String text) {
    String lines = exchange(text, WRITTEN, STANDING);
    // each search is worth it only where there is what it must find: most texts are small and plain
    return blank(
        lines.contains("\\") ? SLASH.matcher(lines).replaceAll("$1" + BACKSLASH + "/") : lines);
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

  /** A block keeps its tabs, and gets the end of its last line, as 1.2 has it (section 8.1.1.2). */
  private static String blank(String text) {
    if ((text.contains("|") || text.contains(">")) && BLOCK.matcher(text).find()) {
      return text + (text.endsWith("\n") ? "" : "\n");
    }
    return text.contains("\t")
        ? BLANK.matcher(text).replaceAll(tabs -> " ".repeat(tabs.group().length()))
        : text;
  }

  private static String exchange(String text, String from, String to) {
    String exchanged = text;
    for (int i = 0; i < from.length(); i++) {
      exchanged = exchanged.replace(from.charAt(i), to.charAt(i));
    }
    return exchanged;
  }
}
