package dev.leadline.flow;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One visit of a statement, or of a compound statement's header; what the kinds mean, and what
 * follows what, is in control_flow.py.
 *
 * @param kind what a recording reports of it
 * @param newest the minor version of the newest Python 3 that reports it
 * @param marks what else is known of its reports
 * @param lines the lines that it may be reported at
 * @param successors nodes that may be visited next, by number
 * @param caught nodes that an exception of this one leads to: one, or none
 * @param ends whether the code may end behind it
 */
record FlowNode(
    Kind kind,
    int newest,
    Set<Mark> marks,
    Lines lines,
    int[] successors,
    int[] caught,
    boolean ends) {

  /** What a recording of lines reports of a node. */
  enum Kind {
    STATEMENT,
    JUMP,
    SILENT,
    PASSAGE;

    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** What else is known of a node's reports. */
  enum Mark {
    /** An interpreter reports one visit at most once. */
    ONCE,
    /** It is the header of a loop, to which a jump leads back. */
    LOOP,
    /** CPython 3.9 may report it at the line that it reported last, wherever that is. */
    STALE;

    static Optional<Mark> named(String name) {
      return Arrays.stream(values())
          .filter(mark -> mark.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }

  /** Ranges of lines: their first and last lines in turns. */
  record Lines(int... bounds) {

    Lines {
      bounds = bounds.clone();
    }

    boolean cover(int line) {
      for (int i = 0; i < bounds.length; i += 2) {
        if (bounds[i] <= line && line <= bounds[i + 1]) {
          return true;
        }
      }
      return false;
    }

    void addTo(BitSet lines) {
      for (int i = 0; i < bounds.length; i += 2) {
        lines.set(bounds[i], bounds[i + 1] + 1);
      }
    }
  }

  FlowNode {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lines, "lines");
    marks = Set.copyOf(marks);
    successors = successors.clone();
    caught = caught.clone();
  }

  boolean has(Mark mark) {
    return marks.contains(mark);
  }

  boolean covers(int line) {
    return lines.cover(line);
  }
}
