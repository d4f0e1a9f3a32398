package dev.leadline.report.html;

import dev.leadline.calltree.CallNode;
import dev.leadline.calltree.CallTree;
import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.report.page.HtmlText;
import dev.leadline.report.page.Page;
import dev.leadline.report.page.PageResources;
import dev.leadline.report.text.HumanTime;
import dev.leadline.report.text.Phrases;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of one trace. */
final class HtmlPage {

  /** Bytes of compressed data, beyond which details are left out. */
  private static final int MOST_BYTES = 5 << 20;

  /** Functions that are shown without scripts. */
  private static final int PLAIN_FUNCTIONS = 50;

  /** What is in it besides the frame. */
  static final PageResources RESOURCES =
      new PageResources(
          HtmlPage.class,
          List.of(
              "model.js",
              "colours.js",
              "flame.js",
              "tree.js",
              "functions.js",
              "source.js",
              "time.js",
              "exceptions.js",
              "about.js",
              "trace.js"));

  private final PageContent content;
  private final Header header;
  private final Ending ending;
  private final PageFiles files;

  HtmlPage(PageContent content, Header header, Ending ending, PageFiles files) {
    this.content = content;
    this.header = header;
    this.ending = ending;
    this.files = files;
  }

  void write(Writer out) throws IOException {
    String title = Phrases.program(header) + " on " + Phrases.python(header);
    new Page(title, RESOURCES).write(out, this::writePlain, data());
  }

  /** The data within its bound: fewer spans first, then fewer sources. */
  private byte[] data() throws IOException {
    int spans = PageContent.SPANS;
    List<PageSource> shown = PageSource.of(content.lines(), header, files);
    NotRun notRun = NotRun.of(files, shown, ending, !content.gaps().isEmpty());
    byte[] data = data(spans, shown, notRun);
    while (data.length > MOST_BYTES && (spans > 0 || !shown.isEmpty())) {
      shown = spans == 0 ? shown.subList(0, shown.size() / 2) : shown;
      spans = spans < 1_000 ? 0 : spans / 2;
      data = data(spans, shown, notRun);
    }
    return data;
  }

  private byte[] data(int spans, List<PageSource> shown, NotRun notRun) throws IOException {
    return Page.packed(
        out -> new PageJson(content, header, ending).write(out, spans, shown, notRun));
  }

  /** The run, the functions that took most, the notices. */
  private void writePlain(Writer out) throws IOException {
    out.write("<p>" + HtmlText.escape(Phrases.closing(content.depths().all(), ending)) + "</p>\n");
    out.write("<p>This page needs scripts for its views. The functions that took most:</p>\n");
    out.write("<table>\n<tr><th>calls<th>lines<th>own<th>function<th>at\n");
    for (PlainFunction function : PlainFunction.most(content.tree(), PLAIN_FUNCTIONS)) {
      TracedFunction what = function.function();
      String place = Phrases.file(what.file(), header) + ":" + what.firstlineno();
      out.write("<tr><td>" + function.calls() + "<td>" + function.lines());
      out.write("<td>" + (header.timed() ? HumanTime.of(function.ownNs()) : "-"));
      out.write("<td>" + HtmlText.escape(what.qualname()) + "<td>" + HtmlText.escape(place) + "\n");
    }
    out.write("</table>\n");
    for (String notice : content.notices().sentences()) {
      out.write("<p>" + HtmlText.escape(notice) + "</p>\n");
    }
  }

  /** What one function did on all of its call paths. */
  private record PlainFunction(TracedFunction function, long calls, long lines, long ownNs) {

    /** Those that took most time, or were called most where there are no times. */
    static List<PlainFunction> most(CallTree tree, int number) {
      Map<TracedFunction, PlainFunction> sums = new LinkedHashMap<>();
      Deque<CallNode> open = new ArrayDeque<>();
      tree.threads().forEach(thread -> open.addAll(thread.roots()));
      while (!open.isEmpty()) {
        CallNode node = open.pop();
        sums.merge(node.function(), of(node), PlainFunction::plus);
        node.children().forEach(open::push);
      }
      return sums.values().stream()
          .sorted(
              Comparator.comparingLong(PlainFunction::ownNs)
                  .thenComparingLong(PlainFunction::calls)
                  .reversed())
          .limit(number)
          .toList();
    }

    private static PlainFunction of(CallNode node) {
      return new PlainFunction(node.function(), node.calls(), node.lines(), node.ownNs().orElse(0));
    }

    private PlainFunction plus(PlainFunction other) {
      return new PlainFunction(
          function, calls + other.calls, lines + other.lines, ownNs + other.ownNs);
    }
  }
}
