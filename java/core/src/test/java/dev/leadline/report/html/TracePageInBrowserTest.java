package dev.leadline.report.html;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.Reports;
import dev.leadline.report.page.PageInBrowser;
import dev.leadline.wire.Events;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page of a trace in a browser: what its views show, and how they are used. */
class TracePageInBrowserTest extends PageInBrowser {

  @BeforeAll
  static void writePages() throws IOException {
    Files.writeString(
        directory.resolve("app.py"), "import x\n\n\ndef main():\n    inner()  # called\n");
    write("page", Reports.write("html", trace("Order.total", "no red")));
    write("evil", Reports.write("html", trace(EVIL, EVIL)));
    write("stored", Reports.write("html", stored()));
    write("recursion", Reports.write("html", recursion()));
    write("timed", Reports.write("html", timed()));
  }

  /** A trace from elsewhere that holds its source, and says which lines of it can run. */
  private static String stored() {
    String elsewhere = directory + "/elsewhere.py";
    String stated =
        Traces.source(elsewhere, "1\\n2\\n3\\ndef main():\\n    call()\\n    <b>no</b>\\n")
            + Traces.executable(elsewhere, "[4],[5],[6]", "", "4,\"line\":4,\"name\":\"main");
    return trace("Order.total", "no red")
        .replace(directory + "/app.py", elsewhere)
        .replace(line(6), line(5))
        .replace(Traces.END, stated + Traces.END);
  }

  /** main calls ping, which calls itself through pong. */
  private static String recursion() {
    return Traces.HEADER
        + Traces.THREAD
        + Traces.code(1, "main", 4, false)
        + Traces.code(2, "ping", 12, false)
        + Traces.code(3, "pong", 20, false)
        + Traces.code(4, "traced.<locals>.wrapper", 30, false)
        + Traces.events(
            call(1, 1_000_000, 4, 4, 1)
                + call(4, 0)
                + call(2, 1_000_000)
                + call(4, 0)
                + call(3, 1_000_000)
                + call(2, 1_000_000)
                + returned(13, 1_000_000)
                + returned(21, 1_000_000)
                + returned(31, 0)
                + returned(13, 1_000_000)
                + returned(31, 0)
                + returned(5, 1_000_000))
        + Traces.END;
  }

  /** A trace whose lines have times. */
  private static String timed() {
    return (Traces.LINE_TIMES
            + Traces.THREAD
            + Traces.code(1, "main", 4, false)
            + Traces.code(2, "inner", 12, false)
            + Traces.events(
                call(1, 0, 4, 4, 1)
                    + Events.timed(5, 1_000_000)
                    + call(2, 2_000_000)
                    + returned(12, 30_000_000)
                    + returned(5, 4_000_000))
            + Traces.END)
        .replace("/home/me/project", directory.toString());
  }

  @Override
  protected List<String> views() {
    return List.of("flame", "tree", "functions", "source", "time", "exceptions", "about");
  }

  /** Two threads: main calls a function twice, which fails the second time. */
  private static String trace(String name, String message) {
    return (Traces.HEADER
            + Traces.THREAD
            + Traces.code(0, "<module>", 1, true)
            + Traces.base(0, 0, 3)
            + Traces.code(1, "main", 4, false)
            + Traces.code(2, "NAME", 12, false)
            + Traces.code(3, "helper", 20, false)
            + Traces.events(
                call(1, 1_000_000, 4, 4, 1)
                    + line(5)
                    + call(2, 1_000_000)
                    + line(13)
                    + call(3, 1_000_000)
                    + returned(20, 2_000_000)
                    + returned(14, 3_000_000)
                    + line(5)
                    + call(2, 1_000_000)
                    + line(13)
                    + exception(13, "shop.Bad", "MESSAGE")
                    + returned(13, 1_000_000)
                    + exception(5, "shop.Bad", "MESSAGE")
                    + line(6)
                    + returned(6, 1_000_000))
            + Traces.thread(1, "NAME")
            + Traces.base(1, 1, 4).replace("\"code\":1", "\"code\":null")
            + Traces.events(1, 2_000_000, call(3, 0, 20, 5, 0) + line(21) + returned(21, 4_000_000))
            + Traces.END
            + Traces.exit(0, false))
        .replace("NAME", name)
        .replace("MESSAGE", message)
        .replace("/home/me/project", directory.toString());
  }

  @Test
  void theHeadSaysWhatRan() {
    assertThat(text("h1")).isEqualTo("app.py --fast on CPython 3.12.1");
    assertThat(text(".facts"))
        .isEqualTo("base depth 3 · cutoff auto · 18 events · completed, status 0 · 11.0 ms");
    assertNoComplaint();
  }

  @Test
  void theFlameGraphZoomsByKeysAndByTheMouse() {
    type(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    awaitText("#status", "main · app.py:4 · 1 call · 3 lines · 1 exception");
    type(Keys.ENTER);
    assertThat(place()).contains("zoom=0");
    browser.navigate().back();
    assertThat(place()).doesNotContain("zoom");

    WebElement canvas = browser.findElement(By.cssSelector("main canvas"));
    int left = canvas.getSize().getWidth() / 2;
    new Actions(browser)
        .moveToElement(canvas, 20 - left, 50 - canvas.getSize().getHeight() / 2)
        .click()
        .perform();
    awaitText("#status", "main · app.py:4");
    assertThat(place()).contains("zoom=0");
    type(Keys.ESCAPE);
    assertThat(place()).doesNotContain("zoom");
    assertNoComplaint();
  }

  @Test
  void theSearchFindsAndGoesOn() {
    type("/");
    type("helper");
    assertThat(text("output")).isEqualTo("2");
    type(Keys.ENTER);
    assertThat(text("output")).isEqualTo("1 of 2");
    assertThat(text("#status")).startsWith("helper");
    type(Keys.ENTER);
    assertThat(text("output")).isEqualTo("2 of 2");
    type(Keys.ESCAPE);
    assertThat(text("output")).isEmpty();
    open("page", "#view=tree&q=nothing%20like%20this");
    assertThat(text("output")).isEqualTo("none");
    assertNoComplaint();
  }

  @Test
  void theTreeIsWalkedByTheKeyboard() {
    type("2");
    assertThat(text("table tbody"))
        .contains("thread 0 MainThread", "main", "Order.total", "helper");
    type(Keys.ARROW_DOWN, Keys.ARROW_LEFT);
    WebElement row = browser.switchTo().activeElement();
    assertThat(row.getAttribute("aria-level")).isEqualTo("2");
    assertThat(row.getAttribute("aria-expanded")).isEqualTo("false");
    type(Keys.ENTER);
    assertThat(browser.switchTo().activeElement().getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(text("#status")).startsWith("main · app.py:4 · 1 call");
    assertNoComplaint();
  }

  @Test
  void functionsAreSortedAndHaveTheirCallers() {
    open("page", "#view=functions");
    assertThat(text("tbody tr td")).isEqualTo("helper");
    browser.findElement(By.cssSelector("th.calls button")).click();
    assertThat(text("tbody tr td")).isIn("helper", "Order.total");
    browser.findElement(By.xpath("//tbody//button[text()='Order.total']")).click();
    assertThat(text(".chosen")).contains("2 calls", "called by\nmain 2 calls", "helper 1 call");
    assertNoComplaint();
  }

  @Test
  void thePlaceOfAFunctionLeadsToItsSource() {
    open("page", "#view=functions&fn=0");
    browser.findElement(By.cssSelector(".chosen h2 .link")).click();
    assertThat(place()).contains("view=source", "line=4");
    assertThat(text("tr.current")).isEqualTo("4 - not run def main():");
    assertThat(browser.findElements(By.cssSelector("tr.ran"))).hasSize(1);
    assertThat(text("tr.ran")).startsWith("5 2 7.00 ms").endsWith("inner()  # called");
    assertNoComplaint();
  }

  @Test
  void aLineHasItsOwnTimeWhereLinesHaveTimes() {
    open("timed", "#view=source");
    assertThat(text("thead tr")).isEqualTo("line runs own calls take source");
    assertThat(browser.findElements(By.cssSelector("tbody tr")).stream().map(WebElement::getText))
        .endsWith("4 - not run 1.00 ms def main():", "5 1 6.00 ms 30.0 ms     inner()  # called");
    open("page", "#view=source");
    assertThat(text("thead tr")).isEqualTo("line runs calls take source");
    assertNoComplaint();
  }

  @Test
  void recursionIsFoldedAsInTheTextTree() throws IOException {
    open("recursion", "#view=tree");
    browser.findElement(By.xpath("//button[text()='open all']")).click();
    List<String> shown =
        browser.findElements(By.cssSelector("tbody td:first-child")).stream()
            .map(cell -> cell.getText().replaceAll("[^\\w<>. ]", "").strip())
            .toList();
    assertThat(shown)
        .satisfiesExactly(
            row -> assertThat(row).contains("main"),
            row -> assertThat(row).contains("traced.<locals>.wrapper"),
            row -> assertThat(row).contains("ping").contains("2 deep"),
            row -> assertThat(row).contains("traced.<locals>.wrapper"),
            row -> assertThat(row).contains("pong"));
    assertThat(Reports.write("tree", recursion()).lines().filter(row -> row.contains("app:")))
        .as("the text tree has the same rows")
        .hasSameSizeAs(shown)
        .anySatisfy(row -> assertThat(row).contains("ping", "x2 deep"));
    assertNoComplaint();
  }

  @Test
  void whatDidNotRunOfAStoredSourceIsSaidInWords() {
    open("stored", "#view=source&file=0");
    assertThat(text("main .tools"))
        .contains("1 of 3 statements ran; 2 marked \u201c- not run\u201d");
    assertThat(browser.findElements(By.cssSelector("tr.missed")).stream().map(WebElement::getText))
        .containsExactly("4 - not run def main():", "6 - not run     <b>no</b>");
    assertThat(text("tr.ran")).startsWith("5 3 ");
    assertNoComplaint();
  }

  @Test
  void theSourceIsSearched() {
    open("page", "#view=source&q=INNER");
    assertThat(text("output")).isEqualTo("1");
    type("n");
    assertThat(text("output")).isEqualTo("1 of 1");
    assertThat(text("tr.current")).contains("inner()");
    assertThat(place()).contains("line=5");
    open("page", "#view=about&q=inner");
    assertThat(text("output")).isEmpty();
    assertNoComplaint();
  }

  @Test
  void depthIsZoomedByDragging() {
    type("5");
    WebElement canvas = browser.findElement(By.cssSelector("main canvas"));
    new Actions(browser)
        .moveToElement(canvas, -200, -100)
        .clickAndHold()
        .moveByOffset(200, 0)
        .release()
        .perform();
    assertThat(place()).containsPattern("from=\\d+&to=\\d+");
    type(Keys.ESCAPE);
    assertThat(place()).doesNotContain("from=");
    type("+");
    assertThat(place()).contains("from=");
    assertNoComplaint();
  }

  @Test
  void exceptionsSayWhereTheyWereCaught() {
    type("6");
    assertThat(text("tbody tr")).isEqualTo("1 shop.Bad: no red Order.total app:13 ✓ main app:6 2");
    assertNoComplaint();
  }

  @Test
  void aPlaceCanBeSent() {
    open("page", "#view=functions&q=hel&lane=1");
    assertThat(text("[aria-selected=true]")).contains("Functions");
    assertThat(browser.findElements(By.cssSelector("tbody tr"))).hasSize(1);
    assertThat(text("tbody tr")).startsWith("helper 1 1 4.00 ms");
    for (String wrong :
        List.of(
            "#view=x&lane=99&zoom=abc&file=7&fn=-5",
            "#%",
            "#zoom=1e9",
            "#view=source&file=-1&line=9")) {
      open("page", wrong);
      assertThat(text("h1")).startsWith("app.py");
    }
    assertNoComplaint();
  }

  @Test
  void lanesHaveKeys() {
    type("]", "]");
    assertThat(place()).contains("lane=0");
    type("[");
    assertThat(place()).contains("lane=merged");
    assertNoComplaint();
  }

  @Test
  void namesThatAreMarkupAreShownAsTheyAre() {
    open("evil", "#view=tree");
    assertThat(text("tbody"))
        .contains("</script><img src=x onerror=window.harmed=1>\"'`", "\\u{a}\\u{2028}\\u{202e}");
    open("evil", "#view=exceptions");
    assertThat(text("tbody")).contains("shop.Bad: </script><img src=x");
    assertNoComplaint();
  }
}
