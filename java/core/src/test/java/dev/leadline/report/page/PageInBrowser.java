package dev.leadline.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

/**
 * What holds for each kind of page in a browser: its views by their keys, both themes, widths from
 * a phone's to a desktop's, names that do no harm, a table without scripts. A page of the kind is
 * written as {@code page}, one with {@link #EVIL} for each name as {@code evil}.
 */
@Tag("browser")
public abstract class PageInBrowser {

  /** Markup, quotes, line breaks, and marks that turn text round; within a JSON string. */
  protected static final String EVIL =
      "</script><img src=x onerror=window.harmed=1>\\\"'`${window.harmed=1}\\n\\u2028\\u202e";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir protected static Path directory;

  protected static ChromeDriver browser;

  /** The views of the page, in their order. */
  protected abstract List<String> views();

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.quit();
    }
  }

  protected static void write(String name, String page) throws IOException {
    Files.writeString(directory.resolve(name + ".html"), page);
  }

  @BeforeEach
  void aFreshPage() {
    emulate(1280, 800, "light");
    browser.manage().logs().get("browser");
    open("page", "");
  }

  protected static void open(String name, String place) {
    browser.get("about:blank");
    browser.get(directory.resolve(name + ".html").toUri() + place);
    new WebDriverWait(browser, PATIENCE)
        .until(any -> "true".equals(run("return document.documentElement.dataset.ready")));
  }

  protected static Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) browser).executeScript(script, arguments);
  }

  protected static void emulate(int width, int height, String scheme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  protected static void type(CharSequence... keys) {
    new Actions(browser).sendKeys(keys).perform();
  }

  protected static String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }

  protected static void awaitText(String selector, String text) {
    new WebDriverWait(browser, PATIENCE).until(any -> text(selector).contains(text));
  }

  protected static String place() {
    return (String) run("return decodeURIComponent(location.hash)");
  }

  /** Whether the canvas in view has more than one colour. */
  protected static boolean isPainted() {
    return (Boolean)
        run(
            "const {width, height} = document.querySelector('main canvas');"
                + "const copy = Object.assign(document.createElement('canvas'), {width, height});"
                + "const pixels = copy.getContext('2d', {willReadFrequently: true});"
                + "pixels.drawImage(document.querySelector('main canvas'), 0, 0);"
                + "const all = new Uint32Array(pixels.getImageData(0, 0, width, height).data.buffer);"
                + "return new Set(all).size > 2");
  }

  protected static void assertNoComplaint() {
    assertThat(browser.manage().logs().get("browser").getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
    assertThat(browser.manage().logs().get("performance").getAll())
        .extracting(LogEntry::getMessage)
        .filteredOn(message -> message.contains("Network.requestWillBeSent\""))
        .allSatisfy(
            message -> assertThat(message).containsPattern("\"url\":\"(file:|about:blank)"));
  }

  protected static String background() {
    return (String) run("return getComputedStyle(document.body).backgroundColor");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "700, dark", "400, light", "400, dark"})
  void everyViewIsReachedByItsKeyAndFits(int width, String scheme) {
    emulate(width, 800, scheme);
    List<String> views = views();
    for (String view : views) {
      type(Integer.toString(views.indexOf(view) + 1));
      WebElement tab = browser.findElement(By.id("tab-" + view));
      assertThat(tab.getAttribute("aria-selected")).as(view).isEqualTo("true");
      assertThat((Boolean) run("return document.documentElement.scrollWidth <= innerWidth"))
          .as(view + " scrolls sideways")
          .isTrue();
      if (!browser.findElements(By.cssSelector("main canvas")).isEmpty()) {
        new WebDriverWait(browser, PATIENCE).until(any -> isPainted());
      }
    }
    assertNoComplaint();
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
  void namesThatAreMarkupDoNothing() {
    open("evil", "");
    StringBuilder shown = new StringBuilder();
    for (int view = 1; view <= views().size(); view++) {
      type(Integer.toString(view));
      shown.append(text("body"));
    }
    assertThat(shown).contains("</script><img src=x onerror=window.harmed=1>\"'`");
    assertThat(run("return window.harmed === undefined && document.images.length === 0"))
        .isEqualTo(true);
    assertNoComplaint();
  }

  @Test
  void themeAndHelpHaveKeys() {
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

  @Test
  void withoutScriptsThereIsATable() {
    String heading = text("h1");
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.get(directory.resolve("page.html").toUri().toString());
      assertThat(text("noscript h1")).isEqualTo(heading);
      assertThat(text("noscript table").lines()).hasSizeGreaterThan(1);
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }
}
