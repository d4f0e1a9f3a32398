package dev.leadline.cli;

import dev.leadline.launch.Program;
import dev.leadline.launch.Runner;
import java.util.ArrayList;
import java.util.List;

/** How programs and runners are called in reports. */
final class ProgramNames {

  private ProgramNames() {}

  /** The words that its user typed. */
  static List<String> typed(Program program) {
    List<String> words = new ArrayList<>();
    switch (program.kind()) {
      case MODULE -> words.add("-m");
      case CODE -> words.add("-c");
      case SCRIPT, DIRECTORY, STDIN -> {}
    }
    words.add(program.target());
    words.addAll(program.arguments());
    return words;
  }

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

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
