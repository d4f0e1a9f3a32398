package dev.leadline.maven;

import dev.leadline.maven.Command.Ended;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common. */
abstract class LeadlineMojo extends AbstractMojo {

  /** Leaves this execution out. */
  @Parameter(property = "leadline.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Whether the build fails where the program, the comparison or the check does. A wrong
   * configuration and a fault of Leadline's own fail it in any case.
   */
  @Parameter(property = "leadline.failOnError", defaultValue = "true")
  private boolean failOnError;

  /** Where the reports are written; their names hold the goal and the id of the execution. */
  @Parameter(
      property = "leadline.outputDirectory",
      defaultValue = "${project.build.directory}/leadline-reports",
      required = true)
  private File outputDirectory;

  /**
   * Further options of the command, word by word, as <code>leadline COMMAND --help</code> lists
   * them.
   */
  @Parameter(property = "leadline.options")
  private List<String> options;

  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  private File basedir;

  @Parameter(defaultValue = "${project.artifactId}", readonly = true, required = true)
  private String artifact;

  @Parameter(defaultValue = "${mojoExecution.goal}", readonly = true, required = true)
  private String goal;

  @Parameter(defaultValue = "${mojoExecution.executionId}", readonly = true, required = true)
  private String execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    MavenLines lines = new MavenLines(getLog(), artifact, execution);
    if (skip) {
      lines.info("skipped, since leadline.skip is set");
      return;
    }
    try {
      run(lines);
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "Java cannot name the file "
              + e.getInput()
              + " in this locale; start Maven in one with UTF-8 (LC_ALL=C.UTF-8)");
    }
  }

  private void run(MavenLines lines) throws MojoExecutionException, MojoFailureException {
    Reports reports = new Reports(outputDirectory.toPath(), goal, execution);
    Words words = new Words(goal);
    prepare(words, reports);
    begin(reports);
    Ended ended;
    try (OutputStream out = out(lines)) {
      ended = new Command(lines, own(lines)).run(words.all(), directory(), out);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write to Maven's log: " + e, e);
    }
    Optional<String> fault = fault(ended, reports, lines);
    if (fault.isPresent()) {
      fail(fault.get(), lines);
    }
  }

  /**
   * Says what is to be run.
   *
   * @throws MojoExecutionException if the configuration is wrong
   */
  abstract void prepare(Words words, Reports reports) throws MojoExecutionException;

  /** Makes place for what this execution writes. */
  void begin(Reports reports) throws MojoExecutionException {
    reports.begin();
  }

  /**
   * What the build is to be failed for; empty where all is well.
   *
   * @throws MojoExecutionException if Leadline could not do what it was asked for
   */
  abstract Optional<String> fault(Ended ended, Reports reports, MavenLines lines)
      throws MojoExecutionException;

  /** Where a report goes that is written into no file. */
  OutputStream out(MavenLines lines) {
    return new LineStream(lines::info);
  }

  /** Where Leadline's own lines go, but the last. */
  Consumer<String> own(MavenLines lines) {
    return lines::info;
  }

  /** The project's directory, which relative paths are relative to. */
  final Path directory() {
    return basedir.toPath();
  }

  /** The further options that the user gave. */
  final List<String> options() {
    return options == null ? List.of() : options;
  }

  /** How lines are logged that say why the build fails, or would fail. */
  final Consumer<String> loud(MavenLines lines) {
    return failOnError ? lines::error : lines::warn;
  }

  /** Says where a report is that a browser opens, by an address that terminals make a link of. */
  final void link(Path report, MavenLines lines) {
    if (report.toString().endsWith(".html") && Files.exists(report)) {
      lines.info("open " + report.toUri());
    }
  }

  /** A path as a reader in the project's directory would type it. */
  final String shown(Path path) {
    return path.startsWith(directory()) ? directory().relativize(path).toString() : path.toString();
  }

  private void fail(String fault, MavenLines lines) throws MojoFailureException {
    if (failOnError) {
      throw new MojoFailureException(fault);
    }
    lines.warn(fault + " (leadline.failOnError is false)");
  }
}
