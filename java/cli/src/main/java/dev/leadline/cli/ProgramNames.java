package dev.leadline.cli;

import dev.leadline.event.SecretNames;
import dev.leadline.filter.SecretArguments;
import dev.leadline.launch.Program;
import dev.leadline.launch.Runner;

/** How programs and runners are called in reports. */
final class ProgramNames {

  private ProgramNames() {}

  /** What a person calls it. */
  static String shortly(Program program) {
    return switch (program.kind()) {
      case SCRIPT, DIRECTORY -> baseName(program.target());
      case MODULE -> "-m " + program.target();
      case CODE -> "-c";
      case STDIN -> "stdin";
    };
  }

  /** What a person calls it. */
  static String shortly(Runner runner) {
    return switch (runner.kind()) {
      case SCRIPT -> baseName(runner.target());
      case MODULE -> "-m " + runner.target();
    };
  }

  /** Its command line, without secrets. */
  static String inFull(Program program) {
    SecretArguments secret = new SecretArguments(SecretNames.GLOBS);
    return String.join(" ", secret.redacted(program.words()));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
