package dev.leadline.maven;

import dev.leadline.report.ReportFormats;
import dev.leadline.report.format.ReportFormat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs a Python program on a real CPython and writes down what its functions do. The program's
 * output goes to Maven's log, its stdin is empty. The build fails where the program ends with
 * another status than 0.
 */
@Mojo(name = "trace", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class TraceMojo extends ProgramMojo {

  /** 128 and the numbers of HUP, INT and TERM. */
  private static final Set<Integer> STOPPED = Set.of(129, 130, 143);

  /**
   * The interpreter: a path, a command, or a version such as <code>3.12</code>. Without it, the one
   * that <code>leadline trace</code> takes: <code>$LEADLINE_PYTHON</code>, the active virtual
   * environment's, then <code>python3</code> on <code>PATH</code>.
   */
  @Parameter(property = "leadline.python")
  private String python;

  /**
   * The form of the report, one of those that <code>leadline report --list-formats</code> prints;
   * from a stored trace, <code>leadline report</code> makes any of the others later. Without it,
   * the call tree as text.
   */
  @Parameter(property = "leadline.format")
  private String format;

  @Override
  void choose(Words words, Reports reports) throws MojoExecutionException {
    Optional<String> missing =
        Optional.ofNullable(format)
            .flatMap(ReportFormats.REPORTS::named)
            .flatMap(ReportFormat::missingArtifact);
    if (missing.isPresent()) {
      throw new MojoExecutionException(
          "<format>: to write %s, add %s to the <dependencies> of leadline-maven-plugin"
              .formatted(format, missing.get()));
    }
    words.option("--python", python);
    words.option("--format", format == null ? ReportFormats.REPORTS.usual().name() : format);
    words.option("-o", report(reports).toString());
  }

  @Override
  Optional<String> fault(Command.Ended ended, Reports reports, MavenLines lines)
      throws MojoExecutionException {
    if (ended.complained()) {
      throw new MojoExecutionException(ended.lastWord());
    }
    if (STOPPED.contains(ended.status())) {
      throw new MojoExecutionException(name() + " was stopped: " + ended.lastWord());
    }
    ended.sayLastWord(lines);
    link(report(reports), lines);
    return ended.status() == 0
        ? Optional.empty()
        : Optional.of(
            name() + " ended with status " + ended.status() + "; see " + shown(report(reports)));
  }

  private Path report(Reports reports) {
    return reports.file(
        ReportFormats.STORED_TRACE.name().equals(format)
            ? Reports.TRACE
            : Optional.ofNullable(format)
                .flatMap(ReportFormats.REPORTS::named)
                .orElse(ReportFormats.REPORTS.usual())
                .extension());
  }
}
