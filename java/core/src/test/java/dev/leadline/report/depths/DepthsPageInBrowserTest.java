package dev.leadline.report.depths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.depths.Depths;
import dev.leadline.depths.Measurement;
import dev.leadline.depths.Measurement.MeasuredPython;
import dev.leadline.depths.Stack;
import dev.leadline.depths.Stack.Held;
import dev.leadline.depths.StackKind;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.Notice;
import dev.leadline.event.Scope;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.report.page.PageInBrowser;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.wire.Events;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of a measurement in a browser. */
class DepthsPageInBrowserTest extends PageInBrowser {

  /** As JSON has it: a name that is markup. */
  private static final String EVIL_NAME =
      "</script><img src=x onerror=window.harmed=1>\"'`\n\u202e";

  private static Header header;
  private static Ending ending;

  @BeforeAll
  static void writePages() throws IOException {
    try (Execution any = Executions.of(Events.call(1, 0, 10, 4, 1) + Events.returned(12, 1))) {
      header = any.facts().header();
      ending = any.facts().ending();
    }
    write("page", page("app.py", "work"));
    write("evil", page("/" + EVIL_NAME, EVIL_NAME));
  }

  @Override
  protected List<String> views() {
    return List.of("ladder", "cuts", "others", "about");
  }

  /** Two releases that are alike, one that starts the program a frame deeper, one that fails. */
  private static String page(String program, String function) throws IOException {
    Measurement measured =
        new Measurement(
            program,
            program,
            Optional.empty(),
            Optional.of("0"),
            List.of(
                python("3.8.18", Optional.of(depths(3, function)), Optional.empty()),
                python("3.9.18", Optional.of(depths(3, function)), Optional.empty()),
                python("3.13.0", Optional.of(depths(4, function)), Optional.empty()),
                python("3.15.0", Optional.empty(), Optional.of("it did not start"))));
    StringWriter out = new StringWriter();
    DepthsFormat.ALL.named("html").orElseThrow().form().write(measured, ReportStyle.PLAIN, out);
    return out.toString();
  }

  private static MeasuredPython python(
      String version, Optional<Depths> depths, Optional<String> failure) {
    return new MeasuredPython(version, "/usr/bin/python" + version, depths, failure);
  }

  private static Depths depths(int base, String function) {
    List<Layer> layers =
        IntStream.range(1, base)
            .mapToObj(depth -> new Layer("runpy.py", "run_" + depth, Scope.STDLIB, "runpy"))
            .toList();
    Stack stack =
        stack(
            StackKind.PROGRAM,
            base,
            layers,
            "<module>",
            List.of(
                new Held(base, true, true, 1, 6, List.of("<module>"), 0),
                new Held(base + 1, false, true, 2, 9, List.of(function), 3)));
    Stack thread =
        stack(
            StackKind.THREAD,
            2,
            List.of(new Layer("threading.py", "run", Scope.STDLIB, "threading")),
            function,
            List.of(new Held(3, false, true, 1, 4, List.of(function), 0)));
    return new Depths(
        header,
        Optional.of(stack),
        List.of(thread),
        0,
        false,
        List.of(new Notice(Notice.Kind.GAP, "a notice")),
        ending);
  }

  private static Stack stack(
      StackKind kind, int base, List<Layer> layers, String function, List<Held> held) {
    return new Stack(kind, base, true, layers, function, "app.py", 1, 1, held);
  }

  @Test
  void theHeadSaysWhichNumberToWrite() {
    assertThat(text("h1")).isEqualTo("app.py on 4 interpreters");
    assertThat(text(".facts"))
        .startsWith("cutoff 3 on CPython 3.8, 3.9; 4 on CPython 3.13: the depth");
    assertThat(texts(".notice")).first().isEqualTo("⚠ 3.15.0: it did not start");
    assertNoComplaint();
  }

  @Test
  void layersAreBesideEachOtherWithTheCutoffBetween() {
    assertThat(texts(".ladder thead th"))
        .containsExactly("depth", "CPython 3.8.18, 3.9.18", "CPython 3.13.0");
    List<WebElement> rows = browser.findElements(By.cssSelector(".ladder tbody tr"));
    assertThat(rows).hasSize(5);
    assertThat(rows.get(2).getText())
        .contains("<module>", "app.py", "← the cutoff: 3", "run_3", "runpy");
    assertThat(rows.get(3).getText()).contains("work and 3 more", "2 calls", "← the cutoff: 4");
    assertThat(browser.findElements(By.cssSelector("td.cutoff"))).hasSize(2);
    assertNoComplaint();
  }

  @Test
  void theSearchFindsLayers() {
    open("page", "#q=run_2");
    assertThat(text("output")).isEqualTo("2");
    type("n");
    assertThat(text("output")).isEqualTo("1 of 2");
    assertThat(text("#status")).contains("run_2");
    assertNoComplaint();
  }

  @Test
  void otherCutoffsSayWhatTheyLose() {
    open("page", "#view=cuts");
    assertThat(texts("main h2")).containsExactly("CPython 3.8.18, 3.9.18", "CPython 3.13.0");
    List<String> rows = texts(".cuts tbody tr");
    assertThat(rows.get(0)).startsWith("the file app.py 19").contains("the module level is in it");
    assertThat(rows.get(1)).startsWith("depth > 2 19").contains("the module level is in it");
    assertThat(rows.get(2)).isEqualTo("depth > 3 (measured) 9 0 4 ✗ 1 call: work");
    assertThat(rows.get(4)).isEqualTo("auto: each stack's own 13 0 0 ✓ exact");
    assertNoComplaint();
  }

  @Test
  void otherStacksHaveCutoffsOfTheirOwn() {
    open("page", "#view=others");
    assertThat(texts("main tbody tr"))
        .hasSize(1)
        .first()
        .asString()
        .isEqualTo("thread 2 1 1 work app.py:1 threading:run");
    assertNoComplaint();
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(element -> element.getText().replaceAll("\\s+", " "))
        .toList();
  }
}
