package dev.leadline.maven;

import dev.leadline.report.compare.ComparisonFormat;
import dev.leadline.report.format.FormatList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs a Python program once on each of several interpreters, and writes down what it did otherwise
 * and why. The build fails where the difference is one that <code>failOn</code> names.
 */
@Mojo(name = "compare", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class CompareMojo extends ProgramMojo {

  /** Enough lines to see what is different; the file has all of them. */
  private static final int SHOWN = 100;

  private static final String NOTHING = "none";

  /**
   * The interpreters: paths, commands, or versions such as <code>3.12</code>; at least two. Without
   * them, all that are found, one of each version.
   */
  @Parameter(property = "leadline.pythons")
  private List<String> pythons;

  /**
   * The form of the report, one of those that <code>leadline compare --help</code> names. Without
   * it, text.
   */
  @Parameter(property = "leadline.format")
  private String format;

  /**
   * What fails the build: <code>program</code>, where the program did something else; <code>
   * unexplained</code>, also where nothing explains a difference; <code>any</code> difference; or
   * <code>none</code>.
   */
  @Parameter(property = "leadline.failOn", defaultValue = "program", required = true)
  private String failOn;

  @Override
  void choose(Words words, Reports reports) {
    if (pythons == null || pythons.isEmpty()) {
      words.add(List.of("--all-pythons"));
    } else {
      words.options("--python", pythons);
    }
    words.option("--format", format);
    words.option("--fail-on", failOn.equals(NOTHING) ? null : failOn);
    words.option("-o", report(reports).toString());
  }

  @Override
  Optional<String> fault(Command.Ended ended, Reports reports, MavenLines lines)
      throws MojoExecutionException {
    if (ended.status() > 1) {
      throw new MojoExecutionException(ended.lastWord());
    }
    ended.sayLastWord(lines);
    link(report(reports), lines);
    Path report = report(reports);
    if (ended.status() == 0) {
      lines.info(name() + " compared: " + shown(report));
      return Optional.empty();
    }
    if (report.equals(reports.file(Reports.TEXT))) {
      MavenLines.show(report, SHOWN, loud(lines));
    }
    return Optional.of(name() + " differs between interpreters; see " + shown(report));
  }

  private Path report(Reports reports) {
    FormatList<ComparisonFormat> formats = ComparisonFormat.ALL;
    return reports.file(
        Optional.ofNullable(format).flatMap(formats::named).orElse(formats.usual()).extension());
  }
}
