package dev.leadline.cli.output;

import dev.leadline.event.SecretNames;
import dev.leadline.filter.SecretArguments;
import dev.leadline.run.Program;
import dev.leadline.run.Runner;

/** How programs and runners are called in reports. */
public final class ProgramNames {

  private ProgramNames() {}

  /** What a person calls it. */
  public static String shortly(Program program) {
    return switch (program.kind()) {
      case SCRIPT, DIRECTORY -> baseName(program.target());
      case MODULE -> "-m " + program.target();
      case CODE -> "-c";
      case STDIN -> "stdin";
    };
  }

  /** What a person calls it. */
  public static String shortly(Runner runner) {
    return switch (runner.kind()) {
      case SCRIPT -> baseName(runner.target());
      case MODULE -> "-m " + runner.target();
    };
  }

  /** Its command line, without secrets. */
  public static String inFull(Program program) {
    SecretArguments secret = new SecretArguments(SecretNames.GLOBS);
    return String.join(" ", secret.redacted(program.words()));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
