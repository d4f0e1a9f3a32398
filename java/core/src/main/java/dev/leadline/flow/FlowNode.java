package dev.leadline.flow;

import java.util.Locale;
import java.util.Objects;

/**
 * One visit of a statement, or of a compound statement's header; what the kinds mean, and what
 * follows what, is in control_flow.py.
 *
 * @param kind what a recording tells of it
 * @param once whether an interpreter reports one visit at most once
 * @param loop whether it is the header of a loop, to which a jump leads back
 * @param lines the lines that it may be reported at
 * @param successors nodes that may be visited next, by number
 * @param caught nodes that an exception of this one leads to: one, or none
 * @param ends whether the code may end behind it
 */
record FlowNode(
    Kind kind,
    boolean once,
    boolean loop,
    Lines lines,
    int[] successors,
    int[] caught,
    boolean ends) {

  /** What a recording of lines tells of a node. */
  enum Kind {
    STATEMENT,
    JUMP,
    SILENT,
    PASSAGE,
    TAIL;

    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /** Up to two ranges of lines. */
  record Lines(int first, int last, int otherFirst, int otherLast) {

    static final Lines NONE = new Lines(0, -1, 0, -1);

    boolean cover(int line) {
      return first <= line && line <= last || otherFirst <= line && line <= otherLast;
    }
  }

  FlowNode {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lines, "lines");
    successors = successors.clone();
    caught = caught.clone();
  }

  boolean covers(int line) {
    return lines.cover(line);
  }
}
