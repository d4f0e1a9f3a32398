package dev.leadline.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the Python programs that a file names, and fails the build where one does not do what the
 * file says. The results are in Maven's log and, for build servers, in <code>
 * TEST-leadline-EXECUTION.xml</code>.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends LeadlineMojo {

  /** The file that says what is to be run, and what it has to show. */
  @Parameter(property = "leadline.file", defaultValue = "${basedir}/leadline.yaml", required = true)
  private File file;

  /** Writes the golden traces anew instead of comparing with them. */
  @Parameter(property = "leadline.update", defaultValue = "false")
  private boolean update;

  /** Only the runs whose names match this glob. */
  @Parameter(property = "leadline.run")
  private String run;

  /** A part of the runs, as <code>1/3</code>, where several machines share them. */
  @Parameter(property = "leadline.shard")
  private String shard;

  /** How many programs run at once; without it, as many as there are cores. */
  @Parameter(property = "leadline.jobs")
  private String jobs;

  /** The form of the report: <code>text</code> or <code>json</code>. */
  @Parameter(property = "leadline.format", defaultValue = "text", required = true)
  private String format;

  @Override
  void prepare(Words words, Reports reports) throws MojoExecutionException {
    if (!file.isFile()) {
      throw new MojoExecutionException(
          "there is no file "
              + shown(file.toPath())
              + " in "
              + directory()
              + "; write one, name another with <file> (-Dleadline.file=...), or set leadline.skip");
    }
    words.flag("--update", update);
    words.option("--run", run);
    words.option("--shard", shard);
    words.option("--jobs", jobs);
    words.option("--format", format);
    words.option("--junit", reports.junit().toString());
    words.option("-o", report(reports).toString());
    words.add(options());
    words.add(List.of(file.getPath()));
  }

  @Override
  void begin(Reports reports) throws MojoExecutionException {
    reports.begin(reports.junit());
  }

  @Override
  Optional<String> fault(Ended ended, Reports reports, MavenLines lines)
      throws MojoExecutionException {
    if (ended.complained() || ended.status() > 1) {
      throw new MojoExecutionException(ended.lastWord());
    }
    ended.sayLastWord(lines);
    Path report = report(reports);
    boolean holds = ended.status() == 0;
    if (!format.equals(Reports.JSON)) {
      MavenLines.show(report, Integer.MAX_VALUE, holds ? lines::info : loud(lines));
    }
    return holds
        ? Optional.empty()
        : Optional.of(shown(file.toPath()) + " does not hold; see " + shown(report));
  }

  private Path report(Reports reports) {
    return reports.file(format.equals(Reports.JSON) ? Reports.JSON : Reports.TEXT);
  }
}
