package dev.leadline.report;

import java.util.Arrays;

/**
 * A text by its lines, as Python ends them. What is kept of their places is bounded by its size.
 */
final class SourceText {

  static final SourceText NONE = new SourceText("");

  /** The place of each so manieth line is known; the others are looked for from there. */
  private static final int STEP = 16;

  private static final int LONGEST_LINE = 1_000;

  private final String text;
  private int[] starts = new int[64];
  private int lines;

  SourceText(String text) {
    this.text = text;
    int start = 0;
    while (start >= 0) {
      if (lines % STEP == 0) {
        int known = lines / STEP;
        starts = known < starts.length ? starts : Arrays.copyOf(starts, 2 * known);
        starts[known] = start;
      }
      lines++;
      start = next(start);
    }
  }

  /** The line with that number, from 1, without its margins and cut where it is very long. */
  String line(int lineno) {
    if (lineno < 1 || lineno > lines) {
      return "";
    }
    int start = starts[(lineno - 1) / STEP];
    for (int i = (lineno - 1) % STEP; i > 0; i--) {
      start = next(start);
    }
    int end = end(start);
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    String line = text.substring(start, Math.min(end, start + LONGEST_LINE));
    return end > start + LONGEST_LINE ? line + "..." : line.stripTrailing();
  }

  /** Characters, for whoever keeps several. */
  int length() {
    return text.length();
  }

  private int end(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Where the line behind this one starts; -1 behind the last. */
  private int next(int start) {
    int end = end(start);
    if (end == text.length()) {
      return -1;
    }
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}
