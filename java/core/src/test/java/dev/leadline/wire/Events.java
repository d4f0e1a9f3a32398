package dev.leadline.wire;

import dev.leadline.json.JsonText;

/**
 * The events of a batch for tests, as the wire writes them: each ends with a comma, so that texts
 * of several are added up. {@link Traces#events(String)} makes the record.
 */
public final class Events {

  private Events() {}

  /** A call whose line is that of the function, right above the caller's frame. */
  public static String call(int code, Number ns) {
    return "[\"call\",%d,%d],".formatted(code, ns);
  }

  /** A call with its place. */
  public static String call(int code, Number ns, int lineno, int depth, int level) {
    return "[\"call\",%d,%d,%d,%d,%d],".formatted(code, ns, lineno, depth, level);
  }

  /** The first call of a generator's frame. */
  public static String begun(
      int code, Number ns, int lineno, int depth, int level, int activation) {
    return generator(code, ns, lineno, depth, level, activation, 0);
  }

  /** A generator's frame goes on. */
  public static String resumed(
      int code, Number ns, int lineno, int depth, int level, int activation) {
    return generator(code, ns, lineno, depth, level, activation, 1);
  }

  private static String generator(
      int code, Number ns, int lineno, int depth, int level, int activation, int resumed) {
    return "[\"call\",%d,%d,%d,%d,%d,%d,%d],"
        .formatted(code, ns, lineno, depth, level, activation, resumed);
  }

  /** A line of the innermost frame, or several in a row. */
  public static String line(int... linenos) {
    StringBuilder text = new StringBuilder();
    for (int lineno : linenos) {
      text.append(lineno).append(',');
    }
    return text.toString();
  }

  /** A line of the innermost frame, with its time. */
  public static String timed(int lineno, Number ns) {
    return "[\"line\",%d,%d],".formatted(lineno, ns);
  }

  /** The innermost frame returns or yields. */
  public static String returned(int lineno, Number ns) {
    return "[\"return\",%d,%d],".formatted(lineno, ns);
  }

  /** The innermost frame sees an exception. */
  public static String exception(int lineno, String type, String message) {
    StringBuilder text = new StringBuilder("[\"exception\",").append(lineno).append(',');
    JsonText.ascii(type, text);
    text.append(',');
    JsonText.ascii(message, text);
    return text.append("],").toString();
  }
}
