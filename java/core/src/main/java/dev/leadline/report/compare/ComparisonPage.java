package dev.leadline.report.compare;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.event.Ending;
import dev.leadline.json.JsonObject;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.report.compare.PairJson.SourceRoom;
import dev.leadline.report.page.HtmlText;
import dev.leadline.report.page.Page;
import dev.leadline.report.page.PageResources;
import dev.leadline.report.text.JsonParts;
import dev.leadline.report.text.Phrases;
import dev.leadline.source.SourceAccess;
import dev.leadline.versions.NeighbourComparison;
import dev.leadline.versions.VersionComparison;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as a page for the browser: the runs with what neighbours differ in, each difference
 * with both sides' source and its cause, the calls of each function on each side.
 */
final class ComparisonPage {

  /** Places of a page in which runs differ. */
  private static final int MOST_PLACES = 3_000;

  /** Differences that are shown without scripts. */
  private static final int PLAIN_DIFFERENCES = 50;

  /** What is in it besides the frame. */
  static final PageResources RESOURCES =
      new PageResources(
          ComparisonPage.class,
          List.of(
              "model.js",
              "runs.js",
              "differences.js",
              "functions.js",
              "flame.js",
              "sides.js",
              "output.js",
              "about.js",
              "compare.js"));

  /** Two columns that are compared with each other, by their numbers. */
  record Pair(int left, int right, Comparison comparison, OutputComparison output) {

    long count(Category category) {
      return comparison.count(category) + output.count(category);
    }
  }

  private final String title;
  private final JsonObject head;
  private final List<ComparedRun> runs;
  private final List<Pair> pairs;
  private final SourceAccess access;

  /**
   * A page.
   *
   * @param title what the browser calls it
   */
  ComparisonPage(
      String title,
      JsonObject head,
      List<ComparedRun> runs,
      List<Pair> pairs,
      SourceAccess access) {
    this.title = title;
    this.head = head;
    this.runs = runs;
    this.pairs = pairs;
    this.access = access;
  }

  /** Of one program on several interpreters. */
  static ComparisonPage of(VersionComparison versions, VersionsStyle style) {
    List<Pair> pairs = new ArrayList<>();
    for (NeighbourComparison pair : versions.neighbours()) {
      int left = versions.runs().indexOf(pair.left());
      int right = versions.runs().indexOf(pair.right());
      pairs.add(new Pair(left, right, pair.comparison(), pair.output()));
    }
    String title = style.program() + " on " + Phrases.count(versions.runs().size(), "interpreter");
    JsonObject head =
        head("compare", style.program(), versions.equal(), style.times())
            .text("seed", versions.hashSeed())
            .texts("notes", versions.notes());
    return new ComparisonPage(
        title, head, ComparedRun.of(versions.runs()), pairs, SourceAccess.RUN);
  }

  /** Of two stored traces. */
  static ComparisonPage of(ComparedTraces traces, ComparisonStyle style) {
    List<ComparedRun> runs = ComparedRun.of(traces, style.left(), style.right());
    String title = runs.get(0).name() + " and " + runs.get(1).name();
    boolean timed = traces.comparison().times().isPresent();
    JsonObject head =
        head("diff", title, traces.comparison().equal(), timed)
            .text("seed", Optional.empty())
            .texts("notes", List.of());
    Pair pair = new Pair(0, 1, traces.comparison(), OutputComparison.EQUAL);
    return new ComparisonPage(title, head, runs, List.of(pair), SourceAccess.STORED);
  }

  static JsonObject head(String kind, String title, boolean equal, boolean times) {
    return new JsonObject()
        .text("kind", kind)
        .text("title", title)
        .flag("equal", equal)
        .flag("times", times);
  }

  void write(Writer out) throws IOException {
    new Page(title, RESOURCES).write(out, this::plain, Page.packed(this::data));
    out.flush();
  }

  private void data(Writer out) throws IOException {
    FunctionCalls functions = new FunctionCalls(runs);
    CallPaths paths = new CallPaths(runs, functions.numbers());
    SideSource source = new SideSource(access);
    SourceRoom room = new SourceRoom();
    int most = MOST_PLACES / Math.max(1, pairs.size());
    List<JsonObject> compared = new ArrayList<>();
    for (Pair pair : pairs) {
      compared.add(pair(pair, source, room, most));
    }
    head.number("functionsLeftOut", functions.leftOut())
        .number("callsLeftOut", paths.leftOut())
        .number("noSource", room.leftOut());
    String begin = head.toJson();
    out.write(begin, 0, begin.length() - 1);
    JsonParts.list(out, "runs", runs.stream().map(ComparedRun::json));
    JsonParts.list(out, "pairs", compared.stream());
    out.write(",\n\"functions\":");
    functions.write(out);
    out.write(",\n\"paths\":");
    paths.write(out);
    out.write("}");
  }

  private JsonObject pair(Pair pair, SideSource source, SourceRoom room, int most) {
    JsonObject counts = new JsonObject();
    for (Category category : Category.values()) {
      counts.number(category.name().toLowerCase(Locale.ROOT), pair.count(category));
    }
    String left = runs.get(pair.left()).name();
    String right = runs.get(pair.right()).name();
    return new JsonObject()
        .number("left", pair.left())
        .number("right", pair.right())
        .object("counts", counts)
        .object("calls", new PairJson(pair.comparison(), left, right, source, room).json(most))
        .object("output", VersionsJson.output(pair.output()));
  }

  /** What ran, and the first differences. */
  private void plain(Writer out) throws IOException {
    out.write("<p>This page needs scripts for its views. What was compared:</p>\n");
    out.write("<table>\n<tr><th>run<th>calls<th>outcome\n");
    for (ComparedRun run : runs) {
      String calls = run.execution().map(one -> "" + one.facts().activations()).orElse("-");
      String outcome =
          run.failure()
              .orElseGet(
                  () -> run.execution().map(one -> outcome(one.facts().ending())).orElse("-"));
      out.write("<tr><td>" + HtmlText.escape(run.name()) + "<td>" + calls);
      out.write("<td>" + HtmlText.escape(outcome) + "\n");
    }
    out.write("</table>\n");
    for (Pair pair : pairs) {
      plain(pair, out);
    }
  }

  private static String outcome(Ending ending) {
    return Phrases.outcome(ending) + Phrases.status(ending);
  }

  private void plain(Pair pair, Writer out) throws IOException {
    String left = runs.get(pair.left()).name();
    String right = runs.get(pair.right()).name();
    out.write("<h2>" + HtmlText.escape(left + " and " + right) + "</h2>\n<ul>\n");
    List<DifferenceGroup> groups = pair.comparison().groups();
    for (DifferenceGroup group : groups.subList(0, Math.min(PLAIN_DIFFERENCES, groups.size()))) {
      String what = group.function().qualname() + " " + KindText.of(group, left, right);
      String line = what + ": " + group.cause().title();
      out.write("<li>" + HtmlText.escape(line) + "\n");
    }
    out.write("</ul>\n");
    if (groups.size() > PLAIN_DIFFERENCES) {
      out.write("<p>and " + (groups.size() - PLAIN_DIFFERENCES) + " more</p>\n");
    } else if (groups.isEmpty()) {
      out.write("<p>No difference of calls.</p>\n");
    }
  }
}
