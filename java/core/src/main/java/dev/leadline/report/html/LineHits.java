package dev.leadline.report.html;

import dev.leadline.event.Code;
import dev.leadline.event.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each line of each file ran, and how long the calls took that were made on it. */
final class LineHits {

  private static final int FILES = 2_000;
  private static final int LINES = 100_000;
  private static final int REMEMBERED = 50_000;

  /** The lines of one file. */
  static final class FileLines {
    private final String file;
    private final int process;
    private final Scope scope;
    private final int number;
    private long[] hits = new long[0];
    private long[] callNs = new long[0];
    private long[] ownNs = new long[0];

    private FileLines(int number, String file, int process, Scope scope) {
      this.number = number;
      this.file = file;
      this.process = process;
      this.scope = scope;
    }

    String file() {
      return file;
    }

    /** Number of the process that ran it first. */
    int process() {
      return process;
    }

    Scope scope() {
      return scope;
    }

    /** By line number; no line has the number 0. */
    long[] hits() {
      return hits;
    }

    /** Nanoseconds of calls, by the line that made them. */
    long[] callNs() {
      return callNs;
    }

    /** Nanoseconds on the line alone, where lines have times. */
    long[] ownNs() {
      return ownNs;
    }

    /** One of its lines, different from those of all other files. */
    long key(int lineno) {
      return (long) number << Integer.SIZE | lineno & 0xffff_ffffL;
    }

    void hit(int lineno) {
      if (hasRoom(lineno)) {
        hits[lineno]++;
      }
    }

    void call(int lineno, long ns) {
      if (hasRoom(lineno)) {
        callNs[lineno] += ns;
      }
    }

    private void own(int lineno, long ns) {
      if (hasRoom(lineno)) {
        ownNs[lineno] += ns;
      }
    }

    private boolean hasRoom(int lineno) {
      if (lineno < 1 || lineno > LINES) {
        return false;
      }
      if (lineno >= hits.length) {
        int length = Math.max(lineno + 1, Math.min(2 * hits.length, LINES + 1));
        hits = Arrays.copyOf(hits, length);
        callNs = Arrays.copyOf(callNs, length);
        ownNs = Arrays.copyOf(ownNs, length);
      }
      return true;
    }

    private long all() {
      return Arrays.stream(hits).sum();
    }
  }

  /** Takes what has no place of its own. */
  private final FileLines rest = new FileLines(FILES, "", 0, Scope.GENERATED);

  private final Map<String, FileLines> files = new LinkedHashMap<>();
  private final Map<Code, FileLines> byCode = new IdentityHashMap<>();
  private boolean timed;

  /** Lines have times of their own. */
  void timed() {
    timed = true;
  }

  /** Adds time that was spent on a line alone. */
  void own(FileLines lines, int lineno, long ns) {
    if (timed) {
      lines.own(lineno, ns);
    }
  }

  /** The lines of the file of a code object. */
  FileLines of(Code code, int process) {
    FileLines known = byCode.get(code);
    if (known == null) {
      known = find(code, process);
      if (byCode.size() == REMEMBERED) {
        byCode.clear();
      }
      byCode.put(code, known);
    }
    return known;
  }

  private FileLines find(Code code, int process) {
    FileLines known = files.get(code.file());
    if (known == null && files.size() < FILES) {
      known = new FileLines(files.size(), code.file(), process, code.scope());
      files.put(code.file(), known);
    }
    return known == null ? rest : known;
  }

  /** The files in which any line ran: the user's first, those that ran most of them first. */
  List<FileLines> files() {
    List<FileLines> sorted = new ArrayList<>(files.values());
    sorted.removeIf(file -> file.all() == 0);
    sorted.sort(
        Comparator.comparing(FileLines::scope)
            .thenComparing(Comparator.comparingLong(FileLines::all).reversed()));
    return sorted;
  }
}
