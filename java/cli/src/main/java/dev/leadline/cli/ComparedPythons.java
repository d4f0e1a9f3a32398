package dev.leadline.cli;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.NoInterpreterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which interpreters run the program: those that are named, all, or the one at hand. */
final class ComparedPythons {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--python",
      paramLabel = "X",
      description =
          "An interpreter: a path, a command, or a version such as 3.12 or 3.12.1 (repeatable)."
              + " Default: the one that trace takes.")
  private List<String> pythons = new ArrayList<>();

  @Option(
      names = "--all-pythons",
      description = "All interpreters that are found, one of each version, the oldest first.")
  private boolean all;

  /** Refuses options that contradict each other. */
  void check() {
    if (all && !pythons.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--all-pythons takes all that are found; leave --python out");
    }
  }

  /** Finds them, in the order in which they were named. */
  List<ChosenInterpreter> choose(Streams streams, Path directory) throws NoInterpreterException {
    InterpreterChoice choice = Machine.of(streams, directory).choice();
    if (all) {
      return choice.everyVersion();
    }
    if (pythons.isEmpty()) {
      return List.of(choice.atHand());
    }
    List<ChosenInterpreter> chosen = new ArrayList<>();
    for (String python : pythons) {
      chosen.add(choice.named(python));
    }
    return chosen;
  }
}
