package dev.leadline.report.html;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.Reports;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a browser: its views, keys, places, themes and widths; and that it does no harm. */
class PageInBrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Markup, quotes, line breaks, and marks that turn text round. */
  private static final String EVIL =
      "</script><img src=x onerror=window.harmed=1>\\\"'`${window.harmed=1}\\n\\u2028\\u202e";

  private static final List<String> VIEWS =
      List.of("flame", "tree", "functions", "source", "time", "exceptions", "about");

  @TempDir static Path directory;

  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    Files.writeString(
        directory.resolve("app.py"), "import x\n\n\ndef main():\n    inner()  # called\n");
    write("page", trace("Order.total", "no red"));
    write("evil", trace(EVIL, EVIL));
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  private static void write(String name, String trace) throws IOException {
    Files.writeString(directory.resolve(name + ".html"), Reports.write("html", trace));
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

  @BeforeEach
  void aFreshPage() {
    emulate(1280, 800, "light");
    browser.manage().logs().get("browser");
    open("page", "");
  }

  private static void open(String name, String place) {
    browser.get("about:blank");
    browser.get(directory.resolve(name + ".html").toUri() + place);
    new WebDriverWait(browser, PATIENCE)
        .until(any -> "true".equals(run("return document.documentElement.dataset.ready")));
  }

  private static Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) browser).executeScript(script, arguments);
  }

  private static void emulate(int width, int height, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  private static void type(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  private static String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }

  private static void awaitText(String selector, String text) {
    new WebDriverWait(browser, PATIENCE).until(any -> text(selector).contains(text));
  }

  private static String place() {
    return (String) run("return decodeURIComponent(location.hash)");
  }

  /** Whether the canvas in view has more than one colour. */
  private static boolean isPainted() {
    return (Boolean)
        run(
            "const canvas = document.querySelector('main canvas');"
                + "const all = new Uint32Array(canvas.getContext('2d')"
                + "  .getImageData(0, 0, canvas.width, canvas.height).data.buffer);"
                + "return new Set(all).size > 2");
  }

  private static void assertNoComplaint() {
    assertThat(browser.manage().logs().get("browser").getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
    assertThat(browser.manage().logs().get("performance").getAll())
        .extracting(LogEntry::getMessage)
        .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
        .allSatisfy(
            message -> assertThat(message).containsPattern("\"url\":\"(file:|about:blank)"));
  }

  @Test
  void theHeadSaysWhatRan() {
    assertThat(text("h1")).isEqualTo("app.py --fast on CPython 3.12.1");
    assertThat(text(".facts"))
        .isEqualTo("base depth 3 · cutoff auto · 18 events · completed, status 0 · 11.0 ms");
    assertNoComplaint();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "700, dark", "400, light", "400, dark"})
  void everyViewIsReachedByItsKeyAndFits(int width, String scheme) {
    emulate(width, 800, scheme);
    for (String view : VIEWS) {
      type(Integer.toString(VIEWS.indexOf(view) + 1));
      WebElement tab = browser.findElement(By.id("tab-" + view));
      assertThat(tab.getAttribute("aria-selected")).as(view).isEqualTo("true");
      assertThat((Boolean) run("return document.documentElement.scrollWidth <= innerWidth"))
          .as(view + " scrolls sideways")
          .isTrue();
      if (List.of("flame", "time").contains(view)) {
        new WebDriverWait(browser, PATIENCE).until(any -> isPainted());
      }
    }
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
    assertThat(text("tr.current")).isEqualTo("4 def main():");
    assertThat(browser.findElements(By.cssSelector("tr.ran"))).hasSize(1);
    assertThat(text("tr.ran")).startsWith("5 2 7.00 ms").endsWith("inner()  # called");
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
  void lanesThemesAndHelpHaveKeys() {
    type("]", "]");
    assertThat(place()).contains("lane=0");
    type("[");
    assertThat(place()).contains("lane=merged");
    String light = background();
    type("t", "t");
    assertThat(background()).isNotEqualTo(light);
    type("t");
    assertThat(background()).isEqualTo(light);
    type("?");
    assertThat(text("dialog")).contains("next and the one before");
    type(Keys.ESCAPE);
    assertThat(browser.findElement(By.cssSelector("dialog")).isDisplayed()).isFalse();
    assertNoComplaint();
  }

  private static String background() {
    return (String) run("return getComputedStyle(document.body).backgroundColor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textIsReadable(String scheme) {
    emulate(1280, 800, scheme);
    open("page", "");
    for (String pair :
        List.of(
            "--text --background",
            "--faint --background",
            "--faint --raised",
            "--accent --background",
            "--accent --raised",
            "--alarm --background",
            "--text --hot",
            "--text --warm",
            "--text --mark",
            "--accent --mark")) {
      assertThat(contrast(pair.split(" "))).as(scheme + " " + pair).isGreaterThanOrEqualTo(4.5);
    }
  }

  /** The ratio of WCAG 2 for two colours of the theme. */
  private static double contrast(String... names) {
    double[] luminance = new double[2];
    for (int i = 0; i < 2; i++) {
      String colour =
          (String)
              run(
                  "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim()",
                  names[i]);
      int rgb = Integer.parseInt(colour.substring(1), 16);
      luminance[i] = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }
    return (Math.max(luminance[0], luminance[1]) + 0.05)
        / (Math.min(luminance[0], luminance[1]) + 0.05);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void namesThatAreMarkupAreShownAndDoNothing() {
    open("evil", "");
    for (int view = 1; view <= VIEWS.size(); view++) {
      type(Integer.toString(view));
    }
    open("evil", "#view=tree");
    assertThat(text("tbody"))
        .contains("</script><img src=x onerror=window.harmed=1>\"'`", "\\u{a}\\u{2028}\\u{202e}");
    open("evil", "#view=exceptions");
    assertThat(text("tbody")).contains("shop.Bad: </script><img src=x");
    assertThat(run("return window.harmed === undefined && document.images.length === 0"))
        .isEqualTo(true);
    assertNoComplaint();
  }

  @Test
  void withoutScriptsThereIsATable() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.get(directory.resolve("page.html").toUri().toString());
      assertThat(text("noscript h1")).isEqualTo("app.py --fast on CPython 3.12.1");
      assertThat(text("noscript table")).contains("Order.total app.py:12");
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }
}
