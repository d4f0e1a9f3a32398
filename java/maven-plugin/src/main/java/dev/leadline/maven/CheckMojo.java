package dev.leadline.maven;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** Only the runs whose names match one of these globs. */
  @Parameter(property = "leadline.run")
  private List<String> run;

  /** The interpreters that all runs are to be on, instead of those that the file names. */
  @Parameter(property = "leadline.pythons")
  private List<String> pythons;

  /** A part of the runs, as <code>1/3</code>, where several machines share them. */
  @Parameter(property = "leadline.shard")
  private String shard;

  /** How many programs run at once; without it, as many as there are cores. */
  @Parameter(property = "leadline.jobs")
  private String jobs;

  /**
   * The form of the report: <code>text</code>, <code>json</code>, which <code>leadline merge</code>
   * takes, or <code>github</code>, text with annotations beside it, which is the default where
   * <code>$GITHUB_ACTIONS</code> is true.
   */
  @Parameter(property = "leadline.format")
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
    words.options("--run", run);
    words.options("--python", pythons);
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
  OutputStream out(MavenLines lines) {
    return new Raw(System.out);
  }

  /** Whatever Leadline itself has to say of a check is what is wrong with its file. */
  @Override
  Consumer<String> own(MavenLines lines) {
    return lines::error;
  }

  @Override
  Optional<String> fault(Command.Ended ended, Reports reports, MavenLines lines)
      throws MojoExecutionException {
    Path report = report(reports);
    if (ended.complained() || !Files.exists(report)) {
      throw new MojoExecutionException(ended.lastWord());
    }
    ended.sayLastWord(lines);
    boolean holds = ended.status() == 0;
    if (!isJson()) {
      MavenLines.show(report, Integer.MAX_VALUE, holds ? lines::info : loud(lines));
    }
    String what = shown(file.toPath());
    if (ended.status() > 1) {
      throw new MojoExecutionException(
          "what " + what + " says could not be looked at; see " + shown(report));
    }
    return holds ? Optional.empty() : Optional.of(what + " does not hold; see " + shown(report));
  }

  private Path report(Reports reports) {
    return reports.file(isJson() ? Reports.JSON : Reports.TEXT);
  }

  private boolean isJson() {
    return Reports.JSON.equals(format);
  }

  /**
   * Lines that a build server looks for where a line begins: they go past Maven's log, which writes
   * something before each. They are written at the end, all at once, so that no line of another
   * module comes in between.
   */
  static final class Raw extends ByteArrayOutputStream {

    private final PrintStream stdout;

    Raw(PrintStream stdout) {
      this.stdout = stdout;
    }

    @Override
    public void close() {
      if (size() > 0) {
        byte[] lines = toByteArray();
        stdout.write(lines, 0, lines.length);
        stdout.flush();
      }
    }
  }
}
