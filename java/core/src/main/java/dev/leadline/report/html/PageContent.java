package dev.leadline.report.html;

import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.DepthTotals;
import dev.leadline.calltree.ProcessTotals;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Notice;
import dev.leadline.report.text.TextReport.Notices;
import java.util.ArrayList;
import java.util.List;

/** What a page shows, as it is added up while the trace is read; all of it is bounded. */
final class PageContent {

  /** Call paths, functions on one, and stacks. */
  private static final CallTree.Bounds PATHS = new CallTree.Bounds(100_000, 1_000, PageLanes.MOST);

  /** Stays of frames that are drawn one by one. */
  static final int SPANS = 50_000;

  private static final int GAPS = 1_000;

  private final CallTree tree = new CallTree(PATHS);
  private final DepthTotals depths = new DepthTotals();
  private final ProcessTotals processes = new ProcessTotals();
  private final Notices notices = new Notices();
  private final PageLanes lanes = new PageLanes();
  private final Numbered<TracedFunction> functions = new Numbered<>();
  private final LineHits lines = new LineHits();
  private final LongestSpans spans = new LongestSpans(SPANS);
  private final ExceptionGroups exceptions = new ExceptionGroups();

  private final List<Notice.Gap> gaps = new ArrayList<>();

  CallTree tree() {
    return tree;
  }

  DepthTotals depths() {
    return depths;
  }

  ProcessTotals processes() {
    return processes;
  }

  Notices notices() {
    return notices;
  }

  PageLanes lanes() {
    return lanes;
  }

  Numbered<TracedFunction> functions() {
    return functions;
  }

  LineHits lines() {
    return lines;
  }

  LongestSpans spans() {
    return spans;
  }

  ExceptionGroups exceptions() {
    return exceptions;
  }

  /** Stretches of time without events, as notices report them. */
  List<Notice.Gap> gaps() {
    return gaps;
  }

  void gap(Notice notice) {
    if (gaps.size() < GAPS) {
      notice.gap().ifPresent(gaps::add);
    }
  }
}
