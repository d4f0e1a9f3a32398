package dev.leadline.check.golden.text;

import dev.leadline.check.expect.Place;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.report.text.TerminalText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes shapes as lines, two blanks an indent. */
final class TextLines {

  /** Most levels of indentation: a text grows with the square of its depth. */
  static final int DEEPEST = 2_000;

  /**
   * A line of the text.
   *
   * @param text without a line end
   * @param place what it is about, in the program; empty for a heading, and where there is no file
   */
  record Line(String text, Optional<Place> place) {}

  /**
   * The lines that are indented below a line.
   *
   * @param file the file that need not be named there
   */
  private record Body(Iterator<Repeated> parts, int level, String file) {}

  private final List<Line> lines = new ArrayList<>();

  List<Line> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  /** A line that is no function. */
  void heading(String text, int level) throws TooLongException {
    add(text, level, Optional.empty());
  }

  /**
   * Shapes one below the other, with all that is in them.
   *
   * @param file the file that need not be named
   */
  void shapes(List<Repeated> shapes, int level, String file) throws TooLongException {
    Deque<Body> open = new ArrayDeque<>();
    open.push(new Body(shapes.iterator(), level, file));
    while (!open.isEmpty()) {
      if (open.peek().parts().hasNext()) {
        open.push(begin(open.peek()));
      } else {
        open.pop();
      }
    }
  }

  /** Writes the next part's own line, and gives what is in it. */
  private Body begin(Body outer) throws TooLongException {
    Repeated part = outer.parts().next();
    int level = outer.level() + 1;
    if (part.runs().size() > 1) {
      heading("x" + part.count() + ":", outer.level());
      return new Body(part.each().iterator(), level, outer.file());
    }
    Repeated.Run run = part.runs().get(0);
    GoldenShape.Key key = run.shape().key;
    String times = run.count() > 1 ? " x" + run.count() : "";
    add(text(key, outer.file()) + times, outer.level(), run.shape().place);
    return new Body(key.body().iterator(), level, key.function().file());
  }

  private static String text(GoldenShape.Key key, String file) {
    if (!key.exception().isEmpty()) {
      return "!" + TerminalText.escape(key.exception());
    }
    String name = TerminalText.escape(key.function().qualname());
    String there = key.function().file();
    boolean named = there.equals(file) && !key.function().qualname().equals("<module>");
    String where = named ? "" : " (" + TerminalText.escape(there) + ")";
    String ending = key.ending().isEmpty() ? "" : " " + TerminalText.escape(key.ending());
    return name + where + ending;
  }

  private void add(String text, int level, Optional<Place> place) throws TooLongException {
    if (lines.size() == Shapes.MOST || level > DEEPEST) {
      throw new TooLongException();
    }
    // what begins with a bracket is no line of a trace, in the file
    String start = text.startsWith("[") ? "\\x5b" + text.substring(1) : text;
    lines.add(new Line("  ".repeat(level) + start, place));
  }
}
