package dev.leadline.report.compare;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.event.Ending;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.Ends;
import dev.leadline.outputs.OutputDifference;
import dev.leadline.outputs.OutputDifference.Lines;
import dev.leadline.outputs.StreamComparison;
import dev.leadline.report.compare.ComparisonPage.Pair;
import dev.leadline.report.page.PageInBrowser;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a comparison in a browser: what its views show, and how they are used. */
class ComparisonPageInBrowserTest extends PageInBrowser {

  private static final CauseFinder CATALOGUE =
      (difference, sides) ->
          difference.kind() == DifferenceKind.HELPERS
              ? new Cause("frames", Category.COMPILER, "no frames here", "PEP 709", "seen")
              : new PlainCauses().causeOf(difference, sides);

  @BeforeAll
  static void writePages() throws IOException {
    String lines =
        IntStream.rangeClosed(1, 60)
            .mapToObj(number -> "    statement_" + number + "()")
            .collect(Collectors.joining("\n"));
    Files.writeString(directory.resolve("app.py"), lines);
    write("page", page("h", "KeyError", "'k'", "2 interpreters wide"));
    write("evil", page(EVIL, "Key" + EVIL, EVIL, "</script><img src=x onerror=window.harmed=1>"));
    write("diff", diff());
    write("equal", equal());
    write("recursion", recursion());
  }

  @Override
  protected List<String> views() {
    return List.of("runs", "differences", "functions", "flame", "sides", "output", "about");
  }

  /** On the first, main calls f and a comprehension's frame; on the second, f raises, h is new. */
  private static String page(String h, String type, String message, String output)
      throws IOException {
    String returns =
        call(2, 1) + line(21) + returned(22, 1) + line(14) + call(6, 1) + returned(14, 1);
    String raises =
        call(4, 1)
            + returned(41, 1)
            + call(2, 1)
            + line(21)
            + exception(21, type, message)
            + returned(21, 1)
            + exception(11, type, message)
            + line(14);
    try (Execution one = execution(returns, h);
        Execution other = execution(raises, h)) {
      OutputComparison outputs = outputs(one.facts().ending(), output);
      StringWriter out = new StringWriter();
      new ComparisonPage(
              type + " on 3 interpreters",
              ComparisonPage.head("compare", type, false, false)
                  .text("seed", Optional.of("0"))
                  .texts("notes", List.of("a note")),
              List.of(
                  run("3.9.1", Optional.of(one)),
                  run("3.12.1", Optional.of(other)),
                  run("3.13.0", Optional.empty())),
              List.of(new Pair(0, 1, new Comparer(CATALOGUE).compare(one, other), outputs)),
              SourceAccess.RUN)
          .write(out);
      return out.toString();
    }
  }

  private static ComparedRun run(String name, Optional<Execution> execution) {
    Optional<String> failure =
        execution.isPresent() ? Optional.empty() : Optional.of("it did not start");
    return new ComparedRun(name, "/usr/bin/python", failure, execution, OptionalInt.of(2));
  }

  private static OutputComparison outputs(Ending ending, String line) {
    OutputDifference place =
        new OutputDifference(new Lines(1, 1, List.of(line)), new Lines(1, 0, List.of()), true);
    return new OutputComparison(
        new StreamComparison(List.of(place), 1, 0),
        new StreamComparison(List.of(), 0, 0),
        Optional.of(new Ends(ending, ending, false)));
  }

  private static Execution execution(String calls, String h) throws IOException {
    String events = call(1, 0, 10, 4, 1) + line(11) + calls + line(12) + returned(12, 1);
    return Executions.ofTrace(
        (Traces.HEADER + Executions.CODES + Traces.events(events) + Traces.END)
            .replace("\"h\"", "\"" + h + "\"")
            .replace("/home/me/project", directory.toString()));
  }

  private static String diff() throws IOException {
    try (Execution one = execution(call(2, 1) + line(21) + returned(22, 1), "h");
        Execution other = execution(call(4, 1) + line(41) + returned(41, 1), "h")) {
      return written(one, other, "old/run.ndjson", "new/run.ndjson");
    }
  }

  private static String equal() throws IOException {
    try (Execution one = execution(call(2, 1) + returned(22, 1), "h");
        Execution other = execution(call(2, 1) + returned(22, 1), "h")) {
      return written(one, other, "a.ndjson", "b.ndjson");
    }
  }

  private static String recursion() throws IOException {
    String inner = call(2, 1) + returned(22, 1);
    String twice = call(2, 1) + inner + returned(22, 1);
    try (Execution one = execution(twice, "h");
        Execution other = execution(call(2, 1) + twice + returned(22, 1), "h")) {
      return written(one, other, "a.ndjson", "b.ndjson");
    }
  }

  private static String written(Execution one, Execution other, String left, String right)
      throws IOException {
    StringWriter out = new StringWriter();
    ComparisonStyle style = new ComparisonStyle(left, right, false, ReportStyle.PLAIN);
    ComparisonFormat.ALL
        .named("html")
        .orElseThrow()
        .traces()
        .write(
            new ComparedTraces(one, other, new Comparer(CATALOGUE).compare(one, other)),
            style,
            out);
    return out.toString();
  }

  @Test
  void betweenTwoRunsIsWhatTheyDifferIn() {
    assertThat(text("h1")).isEqualTo("KeyError on 3 interpreters");
    assertThat(text(".facts"))
        .isEqualTo(
            "3.9.1 · 3.12.1 · 3.13.0 · differences: ✗ 4 of the program, ≈ 1 not repeatable,"
                + " · 1 of the compiler · PYTHONHASHSEED=0");
    List<WebElement> rows = browser.findElements(By.cssSelector(".runs tbody tr"));
    assertThat(rows.get(0).getText()).isEqualTo("3.9.1 - 2 4 0 2 2 completed");
    assertThat(rows.get(1).getText())
        .contains("6 differences", "✗ 4 of the program", "2 places of the output");
    assertThat(rows.get(3).getText()).contains("not compared: it did not start");
    rows.get(1).findElement(By.cssSelector("button")).click();
    assertThat(place()).contains("view=differences");
    assertNoComplaint();
  }

  @Test
  void aDifferenceHasBothSidesWithTheirSourceAndItsCause() {
    open("page", "#view=differences");
    assertThat(texts(".category h2"))
        .containsExactly(
            "✗ The program did otherwise: 2 places", "· Known of the compiler: 1 place");
    WebElement card = card("f returns on 3.9.1, raises KeyError on 3.12.1");
    assertThat(card.getText())
        .contains(
            "called by main:11",
            "of the program: the program went another way",
            "◀ 3.9.1 returned",
            "3.12.1 ▶ raised KeyError: 'k' in line 21",
            "! an exception was raised here",
            "and on through main");
    assertThat(card.findElements(By.cssSelector("tr.marked.side-right")))
        .extracting(WebElement::getText)
        .containsExactly("21 ×1 !     statement_21()");
    WebElement only = card("h is called on 3.12.1 only");
    assertThat(only.getText()).contains("◀ 3.9.1 no such call");
    assertThat(only.findElements(By.cssSelector(".side tr")))
        .extracting(WebElement::getText)
        .contains("11 ×1     statement_11()", "11 →     statement_11()");
    assertNoComplaint();
  }

  @Test
  void whatIsKnownIsClosedUntilItIsOpened() {
    open("page", "#view=differences&category=compiler");
    assertThat(text(".cause")).isEqualTo("no frames here (PEP 709) ×1 in 1 function");
    browser.findElement(By.cssSelector(".cause summary")).click();
    WebElement card = card("main has other frames");
    assertThat(card.getAttribute("open")).isNull();
    card.findElement(By.cssSelector("summary")).click();
    awaitText(".place-card.current", "no frames here (PEP 709) — seen");
    assertThat(place()).contains("place=2");
    open("page", "#view=differences&place=2");
    assertThat(card("main has other frames").getAttribute("open")).isEqualTo("true");
    type(Keys.ESCAPE);
    assertThat(place()).doesNotContain("place=");
    assertNoComplaint();
  }

  @Test
  void theSearchAndTheArrowsGoFromDifferenceToDifference() {
    open("page", "#view=differences");
    type("n");
    assertThat(place()).contains("place=0");
    type("n");
    assertThat(place()).contains("place=1");
    type(Keys.ARROW_UP);
    assertThat(browser.switchTo().activeElement().getText()).contains("h is called on 3.12.1 only");
    type("/");
    type("pep-none", Keys.ENTER);
    assertThat(text("output")).isEqualTo("none");
    open("page", "#view=differences&q=frames");
    assertThat(text("output")).isEqualTo("1");
    assertThat(card("main has other frames").isDisplayed()).isTrue();
    assertThat(card("h is called").isDisplayed()).isFalse();
    assertNoComplaint();
  }

  @Test
  void callsOfFunctionsAreBesideEachOther() {
    open("page", "#view=functions");
    assertThat(texts(".heat tbody tr")).containsExactly("h – ≠ 1 ? app:40");
    browser.findElement(By.cssSelector(".tools input")).click();
    assertThat(texts(".heat tbody tr"))
        .containsExactlyInAnyOrder("main 1 1 ? app:10", "f 1 1 ? app:20", "h – ≠ 1 ? app:40");
    browser.findElement(By.cssSelector("th.name button")).click();
    assertThat(text(".heat tbody tr")).startsWith("f ");
    assertThat(place()).contains("differing=false", "sort=name");
    assertNoComplaint();
  }

  @Test
  void functionsOfOneSideAreListedUnderItsName() {
    open("page", "#view=sides");
    assertThat(texts(".side h2"))
        .containsExactly("only ◀ 3.9.1: 0 functions", "only 3.12.1 ▶: 1 function");
    assertThat(texts(".side tbody tr")).containsExactly("1 h app:40");
    assertNoComplaint();
  }

  @Test
  void theFlameHasBothSidesAndThePathsOfEachAlone() {
    open("page", "#view=flame");
    assertThat(texts(".legend .key"))
        .containsExactly(
            "◀ only 3.9.1",
            "◁ twice as much on 3.9.1",
            "◁ more on 3.9.1",
            "as often on both",
            "▷ more on 3.12.1",
            "▷ twice as much on 3.12.1",
            "▶ only 3.12.1");
    assertThat(texts(".side h2")).containsExactly("only ◀ 3.9.1: 0 paths", "only 3.12.1 ▶: 1 path");
    assertThat(texts(".side li")).containsExactly("main > h 1 call");
    browser.findElement(By.cssSelector(".side li button")).click();
    awaitText("#status", "h · app:40 · ◀ 3.9.1: no call · 3.12.1 ▶: 1 call");
    assertThat(place()).contains("zoom=");
    type(Keys.ESCAPE);
    assertThat(place()).doesNotContain("zoom=");
    type(Keys.ARROW_UP);
    awaitText("#status", "main · app:10 · ◀ 3.9.1: 1 call · 3.12.1 ▶: 1 call");
    assertNoComplaint();
  }

  @Test
  void theFlameOfTwoTracesIsAlsoAsWideAsTheirTimes() {
    open("diff", "#view=flame&cells=own");
    assertThat(texts(".legend .key")).contains("about as long on both");
    assertThat(texts(".side li")).containsExactly("main > f 1 call", "main > h 1 call");
    type("/");
    type("h", Keys.ENTER);
    assertThat(text("output")).isEqualTo("1 of 1");
    assertThat(text("#status"))
        .isEqualTo("h · app:40 · ◀ old/run.ndjson: no call · new/run.ndjson ▶: 1 call, own 1 ns");
    assertNoComplaint();
  }

  @Test
  void recursionIsFoldedInTheFlame() {
    open("recursion", "#view=flame");
    type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    awaitText(
        "#status",
        "f ×3 deep · app:20 · ◀ a.ndjson: 2 calls, own 3 ns · b.ndjson ▶: 3 calls, own 5 ns");
    open("recursion", "#view=flame&fold=false");
    type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    awaitText(
        "#status", "f · app:20 · ◀ a.ndjson: 1 call, own 2 ns · b.ndjson ▶: 1 call, own 2 ns");
    assertThat(texts(".side li")).containsExactly("main > f > f > f 1 call");
    assertNoComplaint();
  }

  @Test
  void outputsAreBesideEachOther() {
    open("page", "#view=output");
    assertThat(texts("main h2")).containsExactly("exit status, not repeatable", "stdout, line 1");
    assertThat(text("main")).contains("2 interpreters wide", "3.12.1 ▶ nothing");
    assertNoComplaint();
  }

  @Test
  void twoTracesAreNamedByWhatTheirFilesDifferIn() {
    open("diff", "");
    assertThat(text("h1")).isEqualTo("old/run.ndjson and new/run.ndjson");
    assertThat(browser.findElements(By.id("tab-output"))).isEmpty();
    type("5");
    assertThat(texts(".side h2"))
        .containsExactly("only ◀ old/run.ndjson: 1 function", "only new/run.ndjson ▶: 1 function");
    assertNoComplaint();
  }

  @Test
  void equalTracesSaySo() {
    open("equal", "");
    assertThat(text(".facts")).isEqualTo("app.py --fast · all did the same");
    assertThat(text(".between")).contains("= did the same");
    type("2");
    assertThat(text(".places")).contains("the same calls");
    type("3");
    assertThat(texts(".heat tbody tr")).hasSize(2);
    assertNoComplaint();
  }

  @Test
  void anyPlaceCanBeOpened() {
    for (String wrong :
        List.of("#view=x", "#pair=7&view=sides", "#view=differences&place=99&category=no", "#%")) {
      open("page", wrong);
      assertThat(text("main")).isNotEmpty();
    }
    assertNoComplaint();
  }

  private static WebElement card(String summary) {
    return browser.findElements(By.cssSelector(".place-card")).stream()
        .filter(card -> card.getAttribute("textContent").contains(summary))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no card " + summary + " in " + text("main")));
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }
}
