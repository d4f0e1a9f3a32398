package dev.leadline.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs one program, and how that is run. */
abstract class ProgramMojo extends LeadlineMojo {

  /**
   * The program: a script, a directory or a zip with <code>__main__.py</code>; relative to the
   * project.
   */
  @Parameter(property = "leadline.program")
  private String program;

  /** A module to be run instead of a file, as <code>python -m</code> would. */
  @Parameter(property = "leadline.module")
  private String module;

  /** The program's arguments. */
  @Parameter(property = "leadline.arguments")
  private List<String> arguments;

  /** Environment variables of the program, besides those of Maven. */
  @Parameter private Map<String, String> environment;

  /** The directory that the program starts in. */
  @Parameter(property = "leadline.workingDirectory", defaultValue = "${basedir}")
  private File workingDirectory;

  /** How long the program may run: <code>30s</code>, <code>2m</code>; a plain number is seconds. */
  @Parameter(property = "leadline.timeout")
  private String timeout;

  /** Adds the options of this goal's own. */
  abstract void choose(Words words, Reports reports) throws MojoExecutionException;

  @Override
  final void prepare(Words words, Reports reports) throws MojoExecutionException {
    choose(words, reports);
    if (environment != null) {
      environment.forEach((name, value) -> words.option("--env", name + "=" + text(value)));
    }
    words.option("--cwd", workingDirectory.getPath());
    words.option("--timeout", timeout);
    words.add(options());
    words.add(program());
    words.add(arguments == null ? List.of() : arguments);
  }

  /** The program as it is called in messages. */
  final String name() {
    return program == null ? "-m " + module : program;
  }

  private List<String> program() throws MojoExecutionException {
    if ((program == null) == (module == null)) {
      throw new MojoExecutionException(
          "what is to be run? Give either <program>, a file of the project, or <module>"
              + " (-Dleadline.program=..., -Dleadline.module=...)");
    }
    return program == null ? List.of("-m", module) : List.of(file());
  }

  /** As it was given, where that means the same: reports and the program itself show it so. */
  private String file() throws MojoExecutionException {
    Path file = directory().resolve(program);
    if (!Files.exists(file)) {
      throw new MojoExecutionException(
          "<program>: there is no file " + program + " in " + directory());
    }
    boolean same = workingDirectory.toPath().equals(directory()) && !program.startsWith("-");
    return same ? program : file.toString();
  }

  /** Maven gives nothing for an element that is empty. */
  private static String text(String value) {
    return value == null ? "" : value;
  }
}
