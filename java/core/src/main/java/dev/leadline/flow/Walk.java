package dev.leadline.flow;

import dev.leadline.execution.LineSequence;
import dev.leadline.flow.FlowNode.Kind;
import java.util.HashMap;
import java.util.Map;

/** How one recording may go along a path: which visits it reports, and which it may leave out. */
final class Walk {

  /** Stands for the end of the recording. */
  static final int AT_END = -1;

  private record Question(int from, boolean raised, int node, int next) {}

  private final ControlFlow flow;
  private final LineSequence lines;
  private final boolean everyStatement;
  private final boolean returned;
  private final Map<Question, Boolean> forced = new HashMap<>();

  Walk(ControlFlow flow, Recorded recorded) {
    this.flow = flow;
    this.lines = recorded.lines();
    this.everyStatement = recorded.everyStatement();
    this.returned = recorded.returned();
  }

  boolean returned() {
    return returned;
  }

  /** The first place from an index on at which a statement is reported, or the end. */
  long statement(long index) {
    long at = index;
    while (at < lines.size() && !flow.has(Math.abs(lines.line(at)))) {
      at++;
    }
    return at;
  }

  boolean isOver(long index) {
    return index == lines.size();
  }

  /** The line at an index, or {@link #AT_END}. */
  int line(long index) {
    return isOver(index) ? AT_END : Math.abs(lines.line(index));
  }

  /**
   * Where the recording goes on when it reports a visit of the node here, exceptions that came up
   * in it included; the index if it may not.
   */
  long reported(long index, FlowNode node) {
    if (node.kind() == Kind.TAIL && everyStatement) {
      return index;
    }
    long at = index;
    boolean reported = false;
    while (at < lines.size() && node.covers(Math.abs(lines.line(at)))) {
      boolean line = lines.line(at) > 0;
      if (line && reported && node.once()) {
        return at;
      }
      reported |= line;
      at = statement(at + 1);
    }
    return at;
  }

  /** Whether an exception was reported between two indices. */
  boolean raised(long from, long to) {
    for (long at = from; at < to; at++) {
      if (lines.line(at) < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a visit of a node may be missing here.
   *
   * @param from the last node whose visit was reported
   * @param raised whether an exception came up in that
   * @param index where the recording goes on
   */
  boolean mayOmit(int node, int from, boolean raised, long index) {
    return isOptional(flow.node(node))
        || forced.computeIfAbsent(new Question(from, raised, node, line(index)), this::isForced);
  }

  private boolean isOptional(FlowNode node) {
    return switch (node.kind()) {
      case STATEMENT -> false;
      case JUMP -> !everyStatement;
      case SILENT, PASSAGE, TAIL -> true;
    };
  }

  /** A line is reported when it changes or a jump leads back: what goes on in it may not be. */
  boolean isOnLastLine(FlowNode node, long index) {
    return !node.loop() && index > 0 && node.covers(Math.abs(lines.line(index - 1)));
  }

  /**
   * Whether the control flow cannot have gone from one report to the next without the node, and
   * need not have passed another statement without a report.
   */
  private boolean isForced(Question question) {
    if (question.next != AT_END && flow.node(question.node).covers(question.next)) {
      return false;
    }
    if (question.next == AT_END && !returned) {
      return false;
    }
    ShortestWay way =
        new ShortestWay(flow, this::isOptional, question.from, question.raised, question.next);
    return way.withAll() == 1 && way.without(question.node) > 1;
  }
}
