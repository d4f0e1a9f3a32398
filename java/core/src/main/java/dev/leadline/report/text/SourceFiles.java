package dev.leadline.report.text;

import dev.leadline.source.SourceFile;
import dev.leadline.source.Sources;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Source lines of the files that a trace names, as far as it holds them, or they are here and may
 * be read. What cannot be read has no lines; a trace is good without its sources.
 */
public final class SourceFiles {

  private static final int FILES = 64;

  /** Characters of all files that are kept. */
  private static final int CHARACTERS = 8 << 20;

  /** Processes may mean different files by one name. */
  private record Name(Sources sources, String file) {}

  private final Map<Name, SourceText> kept = new LinkedHashMap<>(FILES, 0.75f, true);
  private int characters;

  /** The line without its margins; empty if the file has no such line. */
  public String line(Sources sources, String file, int lineno) {
    return text(sources, file).line(lineno, false);
  }

  /** The line with its margin; empty if the file has no such line. */
  public String wholeLine(Sources sources, String file, int lineno) {
    return text(sources, file).line(lineno, true);
  }

  /** Whether the file may be read, and has that line. */
  public boolean hasLine(Sources sources, String file, int lineno) {
    return text(sources, file).has(lineno);
  }

  private SourceText text(Sources sources, String file) {
    Name name = new Name(sources, file);
    SourceText text = kept.get(name);
    if (text == null) {
      text = read(name);
      makeRoom(text.length());
      kept.put(name, text);
      characters += text.length();
    }
    return text;
  }

  private void makeRoom(int length) {
    Iterator<SourceText> oldest = kept.values().iterator();
    while (oldest.hasNext() && (kept.size() >= FILES || characters + length > CHARACTERS)) {
      characters -= oldest.next().length();
      oldest.remove();
    }
  }

  private static SourceText read(Name name) {
    Optional<SourceFile> source = name.sources().find(name.file());
    try {
      return source.isPresent() ? new SourceText(source.get().readText()) : SourceText.NONE;
    } catch (IOException e) {
      return SourceText.NONE;
    }
  }

  /**
   * A text by its lines, as Python ends them. What is kept of their places is bounded by its size.
   */
  private static final class SourceText {

    static final SourceText NONE = new SourceText("");

    /** The place of each so manieth line is known; the others are looked for from there. */
    private static final int STEP = 4;

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

    boolean has(int lineno) {
      return lineno >= 1 && lineno <= lines && text.length() > 0;
    }

    /** The line with that number, from 1, with its margin or not; cut where it is very long. */
    String line(int lineno, boolean margin) {
      if (!has(lineno)) {
        return "";
      }
      int start = starts[(lineno - 1) / STEP];
      for (int i = (lineno - 1) % STEP; i > 0; i--) {
        start = next(start);
      }
      int end = end(start);
      while (!margin && start < end && Character.isWhitespace(text.charAt(start))) {
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
}
