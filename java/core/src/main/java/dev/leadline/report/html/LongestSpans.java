package dev.leadline.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The longest stays of frames on their stacks, and how many others there were. */
final class LongestSpans {

  /**
   * One stay of a frame on its stack.
   *
   * @param lane number of the stack
   * @param function number of what it runs
   * @param depth depth of the frame
   * @param startNs when it came, since the start of the trace
   * @param lengthNs how long it stayed
   */
  record Span(int lane, int function, int depth, long startNs, long lengthNs) {}

  private static final Comparator<Span> LONGEST =
      Comparator.comparingLong(Span::lengthNs).reversed();

  private final int most;
  private final List<Span> spans = new ArrayList<>();
  private long atLeastNs;
  private long all;

  LongestSpans(int most) {
    this.most = most;
  }

  void add(Span span) {
    all++;
    if (span.lengthNs() < atLeastNs) {
      return;
    }
    spans.add(span);
    if (spans.size() == 2 * most) {
      keepLongest();
    }
  }

  private void keepLongest() {
    spans.sort(LONGEST);
    spans.subList(most, spans.size()).clear();
    atLeastNs = spans.get(most - 1).lengthNs();
  }

  /** That number of them at most, by their beginning. */
  List<Span> longest(int number) {
    return spans.stream()
        .sorted(LONGEST)
        .limit(Math.min(number, most))
        .sorted(Comparator.comparingLong(Span::startNs).thenComparingInt(Span::depth))
        .toList();
  }

  /** How many were added. */
  long all() {
    return all;
  }
}
