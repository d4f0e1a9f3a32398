package dev.leadline.maven;

import dev.leadline.report.text.TerminalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines in Maven's log. Several executions may write there at once, so each line says whose it is.
 */
final class MavenLines {

  private static final String TAB = "\t";

  private final Log log;
  private final String beginning;

  MavenLines(Log log, String module, String execution) {
    this.log = log;
    this.beginning = "[" + module + ":" + execution + "] ";
  }

  void debug(String line) {
    log.debug(whose(line));
  }

  void info(String line) {
    log.info(whose(line));
  }

  void warn(String line) {
    log.warn(whose(line));
  }

  void error(String line) {
    log.error(whose(line));
  }

  /**
   * Shows a text file.
   *
   * @param most how many lines of it
   * @param level one of the methods above
   * @throws MojoExecutionException if it cannot be read
   */
  static void show(Path file, int most, Consumer<String> level) throws MojoExecutionException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.lines().limit(most).forEach(level);
      if (reader.readLine() != null) {
        level.accept("...");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** With nothing in it that a terminal would obey, but tabs. */
  private String whose(String line) {
    return Arrays.stream(line.split(TAB, -1))
        .map(TerminalText::escape)
        .collect(Collectors.joining(TAB, beginning, ""));
  }
}
