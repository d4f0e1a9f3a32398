package dev.leadline.check.golden;

import dev.leadline.check.golden.Deltas.Delta;
import dev.leadline.check.golden.GoldenLines.VersionedLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How an execution differs from a golden trace, as a unified diff: {@code -} is what the golden
 * trace has, {@code +} what the execution did.
 */
final class GoldenDiff {

  private static final int CONTEXT = 3;
  private static final int MOST = 60;

  private final List<VersionedLine> golden;
  private final List<String> goldenTexts;
  private final List<String> actual;
  private final List<Delta> changes;
  private final String file;

  /**
   * A difference.
   *
   * @param file what the golden trace's file is called
   */
  GoldenDiff(String file, List<VersionedLine> golden, List<String> actual) {
    this.file = file;
    this.golden = golden;
    this.goldenTexts = golden.stream().map(VersionedLine::text).toList();
    this.actual = actual;
    this.changes = Deltas.of(goldenTexts, actual).stream().filter(delta -> !delta.equal()).toList();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The first stretch that differs. */
  Delta first() {
    return changes.get(0);
  }

  /** What differs, in one clause. */
  String summary() {
    int gone = changes.stream().mapToInt(change -> change.oldTo() - change.oldFrom()).sum();
    int young = changes.stream().mapToInt(change -> change.newTo() - change.newFrom()).sum();
    return "%s gone, %s new".formatted(lines(gone), lines(young));
  }

  private static String lines(int count) {
    return count == 0 ? "nothing" : count == 1 ? "1 line" : "%,d lines".formatted(count);
  }

  /** The hunks, each with the calls that lead there; what is too much is counted. */
  List<String> text() {
    List<String> text = new ArrayList<>();
    for (int from = 0; from < changes.size(); ) {
      int to = from + 1;
      while (to < changes.size()
          && changes.get(to).oldFrom() - changes.get(to - 1).oldTo() <= 2 * CONTEXT) {
        to++;
      }
      text.addAll(hunk(changes.subList(from, to)));
      from = to;
    }
    if (text.size() <= MOST) {
      return text;
    }
    List<String> some = new ArrayList<>(text.subList(0, MOST));
    some.add("... and %,d more lines of the difference".formatted(text.size() - MOST));
    return some;
  }

  private List<String> hunk(List<Delta> close) {
    int from = Math.max(0, close.get(0).oldFrom() - CONTEXT);
    int to = Math.min(golden.size(), close.get(close.size() - 1).oldTo() + CONTEXT);
    List<String> signs = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    int at = from;
    for (Delta change : close) {
      add(" ", goldenTexts.subList(at, change.oldFrom()), signs, texts);
      add("-", goldenTexts.subList(change.oldFrom(), change.oldTo()), signs, texts);
      add("+", actual.subList(change.newFrom(), change.newTo()), signs, texts);
      at = change.oldTo();
    }
    add(" ", goldenTexts.subList(at, to), signs, texts);
    List<String> hunk = new ArrayList<>();
    hunk.add(header(from));
    int indent = texts.stream().mapToInt(CallerPath::indent).min().orElse(0);
    for (int i = 0; i < texts.size(); i++) {
      hunk.add(signs.get(i) + texts.get(i).substring(indent));
    }
    return hunk;
  }

  private static void add(String sign, List<String> lines, List<String> signs, List<String> texts) {
    lines.forEach(
        line -> {
          signs.add(sign);
          texts.add(line);
        });
  }

  /** Where the hunk begins in the golden trace's file, and in which call. */
  private String header(int from) {
    int line = golden.isEmpty() ? 1 : golden.get(Math.min(from, golden.size() - 1)).lineno();
    return ("@@ " + file + ":" + line + " @@ " + CallerPath.of(goldenTexts, from)).strip();
  }

  /** The calls that lead to a line of a golden trace, by their indentation. */
  private static final class CallerPath {

    private static final int MOST = 5;

    private CallerPath() {}

    /** The innermost callers, {@code main > Order.total}; empty if there is no caller. */
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
}
