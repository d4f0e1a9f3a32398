package dev.leadline.flow;

import dev.leadline.flow.FlowNode.Kind;
import dev.leadline.flow.FlowNode.Lines;
import dev.leadline.flow.FlowNode.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which statements of a code object may run after which. The first node is its start. */
public final class ControlFlow {

  static final int START = 0;

  private static final String SUCCESSORS = ">";
  private static final String CAUGHT = "!";
  private static final String END = "end";

  private final List<FlowNode> nodes;
  private final BitSet lines = new BitSet();

  private ControlFlow(List<FlowNode> nodes) {
    this.nodes = List.copyOf(nodes);
    nodes.forEach(node -> node.lines().addTo(lines));
  }

  /**
   * The flow that lines of control_flow.py tell, a node each.
   *
   * @throws IllegalArgumentException if they are none of its
   */
  public static ControlFlow read(List<String> answer) {
    List<FlowNode> nodes = new ArrayList<>();
    for (String line : answer) {
      nodes.add(node(List.of(line.split(" "))));
    }
    for (FlowNode node : nodes) {
      check(node.successors(), nodes.size());
      check(node.caught(), nodes.size());
    }
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("no node");
    }
    return new ControlFlow(nodes);
  }

  /**
   * {@code node KIND[:NEWEST] [MARK ...] FIRST-LAST ... > SUCCESSOR ... [! CAUGHT]}, where {@code
   * end} may be a successor.
   */
  private static FlowNode node(List<String> words) {
    int exception = words.indexOf(CAUGHT);
    int end = exception < 0 ? words.size() : exception;
    int[] caught = words.stream().skip(end + 1L).mapToInt(Integer::parseInt).toArray();
    int arrow = words.indexOf(SUCCESSORS);
    if (arrow < 2) {
      throw new IllegalArgumentException("no node: " + String.join(" ", words));
    }
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    words.subList(2, arrow).forEach(word -> Mark.named(word).ifPresent(marks::add));
    List<String> ranges = words.subList(2 + marks.size(), arrow);
    List<String> behind = words.subList(arrow + 1, end);
    int[] successors =
        behind.stream().filter(word -> !word.equals(END)).mapToInt(Integer::parseInt).toArray();
    String[] kind = words.get(1).split(":");
    return new FlowNode(
        Kind.named(kind[0]),
        kind.length > 1 ? Integer.parseInt(kind[1]) : Integer.MAX_VALUE,
        marks,
        lines(ranges),
        successors,
        caught,
        behind.contains(END));
  }

  private static void check(int[] successors, int nodes) {
    for (int successor : successors) {
      if (successor < 0 || successor >= nodes) {
        throw new IllegalArgumentException("no node " + successor);
      }
    }
  }

  private static Lines lines(List<String> ranges) {
    return new Lines(ranges.stream().flatMapToInt(ControlFlow::range).toArray());
  }

  private static IntStream range(String word) {
    int dash = word.indexOf('-');
    int first = Integer.parseInt(word.substring(0, dash));
    // before 3.8 an interpreter does not know where all of its expressions end
    return IntStream.of(first, Math.max(first, Integer.parseInt(word.substring(dash + 1))));
  }

  FlowNode node(int number) {
    return nodes.get(number);
  }

  int size() {
    return nodes.size();
  }

  /** Whether a node may be reported at a line. */
  boolean has(int line) {
    return line >= 0 && lines.get(line);
  }
}
