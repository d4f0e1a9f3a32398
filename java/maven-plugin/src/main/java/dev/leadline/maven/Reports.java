package dev.leadline.maven;

import dev.leadline.report.ReportFormats;
import dev.leadline.report.compare.ComparisonFormat;
import dev.leadline.report.format.Format;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** The files that one execution writes; no other execution of the module writes the same. */
final class Reports {

  /** For people. */
  static final String TEXT = "txt";

  /** For machines. */
  static final String JSON = "json";

  /** The stored trace, which is NDJSON of another kind. */
  static final String TRACE = "trace.ndjson.gz";

  private static final List<String> EXTENSIONS =
      Stream.of(
              Stream.of(TEXT, JSON, TRACE),
              ReportFormats.ALL.all().map(Format::extension),
              ComparisonFormat.ALL.all().map(Format::extension))
          .flatMap(extensions -> extensions)
          .distinct()
          .toList();

  private final Path directory;
  private final String goal;
  private final String execution;

  /**
   * The files of an execution.
   *
   * @param execution its id, which may hold characters that no file name should
   */
  Reports(Path directory, String goal, String execution) {
    this.directory = directory;
    this.goal = goal;
    this.execution = URLEncoder.encode(execution, StandardCharsets.UTF_8);
  }

  /** The report with that extension. */
  Path file(String extension) {
    return directory.resolve(goal + "-" + execution + "." + extension);
  }

  /** The results in the XML that build servers read; they look for names that begin so. */
  Path junit() {
    return directory.resolve("TEST-leadline-" + execution + ".xml");
  }

  /**
   * Makes the directory, and removes what this execution wrote in an earlier build, so that old
   * results are not mistaken for new ones.
   *
   * @param more what it writes besides its report
   */
  void begin(Path... more) throws MojoExecutionException {
    try {
      Files.createDirectories(directory);
      List<Path> stale =
          Stream.concat(EXTENSIONS.stream().map(this::file), Stream.of(more)).toList();
      for (Path file : stale) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write into " + directory + ": " + e, e);
    }
  }
}
