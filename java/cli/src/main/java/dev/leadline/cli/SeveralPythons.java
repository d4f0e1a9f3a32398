package dev.leadline.cli;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.FoundInterpreter;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.NoInterpreterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which interpreters run the program, one beside the other. */
final class SeveralPythons {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--python",
      paramLabel = "X",
      description =
          "An interpreter: a path, a command, or a version such as 3.12 or 3.12.1 (repeatable).")
  private List<String> asked = new ArrayList<>();

  @Option(
      names = "--all-pythons",
      description = "All interpreters that leadline pythons finds, the oldest first.")
  private boolean all;

  /**
   * Finds them, in the order in which they were asked for; the one at hand if none was.
   *
   * @param directory where the program starts
   */
  List<ChosenInterpreter> choose(Streams streams, Path directory) throws NoInterpreterException {
    if (all && !asked.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--all-pythons takes all that are found; leave out --python");
    }
    Machine machine = Machine.of(streams, directory);
    if (all) {
      return found(machine);
    }
    List<ChosenInterpreter> chosen = new ArrayList<>();
    for (String name : asked) {
      chosen.add(machine.choice().named(name));
    }
    return chosen.isEmpty() ? List.of(machine.choice().atHand()) : chosen;
  }

  /** Several names may lead to one interpreter: it runs once. */
  private static List<ChosenInterpreter> found(Machine machine) throws NoInterpreterException {
    Map<String, Interpreter> byFile = new TreeMap<>();
    for (FoundInterpreter one : machine.finder().find()) {
      if (one.probed() instanceof Interpreter interpreter) {
        byFile.putIfAbsent(interpreter.sysExecutable(), interpreter);
      }
    }
    if (byFile.isEmpty()) {
      return List.of(machine.choice().atHand()); // which says best that there is none
    }
    return byFile.values().stream()
        .sorted(Comparator.comparing(Interpreter::version))
        .map(one -> new ChosenInterpreter(one.executable().toString(), one))
        .toList();
  }
}
