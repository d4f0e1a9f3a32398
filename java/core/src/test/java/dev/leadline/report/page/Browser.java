package dev.leadline.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A browser without a window: the one that {@code LEADLINE_REQUIRED_BROWSER} names, which must be
 * there, or else {@code chromium}; with its driver. Tests are skipped where no browser is found.
 */
final class Browser {

  private static final String REQUIRED = "LEADLINE_REQUIRED_BROWSER";
  private static final String DRIVER = "chromedriver";

  /** Warns of browsers that are newer than it; held here, since the JVM forgets unused loggers. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private Browser() {}

  static ChromeDriver start() {
    Optional<String> required = Optional.ofNullable(System.getenv(REQUIRED));
    String name = required.filter(given -> !given.isEmpty()).orElse("chromium");
    Optional<Path> browser = onPath(name);
    Optional<Path> driver = onPath(DRIVER);
    boolean found = browser.isPresent() && driver.isPresent();
    if (!found && required.filter(given -> !given.isEmpty()).isPresent()) {
      throw new AssertionError(REQUIRED + " names " + name + ": it or chromedriver is missing");
    }
    assumeTrue(found, "pages are not tested in a browser: no chromium and chromedriver on PATH");
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,800"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(driver.get().toFile()).build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> onPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory).resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
