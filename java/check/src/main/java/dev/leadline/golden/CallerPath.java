package dev.leadline.golden;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The calls that lead to a line of a golden trace, by what is indented beneath what. */
final class CallerPath {

  private static final int MOST = 5;

  private CallerPath() {}

  /** The innermost callers, {@code main > Order.total}; empty where nobody called. */
  static String of(List<String> lines, int line) {
    Deque<String> path = new ArrayDeque<>();
    int indent = line < lines.size() ? indent(lines.get(line)) : 0;
    for (int above = line - 1; above >= 0 && indent > 0; above--) {
      String text = lines.get(above);
      if (indent(text) < indent) {
        indent = indent(text);
        if (path.size() == MOST) {
          path.addFirst("...");
          break;
        }
        path.addFirst(name(text));
      }
    }
    return String.join(" > ", path);
  }

  /** Blanks that a line begins with. */
  static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static String name(String line) {
    String text = line.strip();
    int blank = text.indexOf(' ');
    return text.endsWith(":") || blank < 0 ? text : text.substring(0, blank);
  }
}
