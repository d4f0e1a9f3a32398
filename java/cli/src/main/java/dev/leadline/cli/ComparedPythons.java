package dev.leadline.cli;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.FoundInterpreter;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.NoInterpreterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /**
   * Finds them, in the order in which they were named.
   *
   * @throws IOException if all are asked for and there is none
   */
  List<ChosenInterpreter> choose(Streams streams, Path directory)
      throws NoInterpreterException, IOException {
    Machine machine = Machine.of(streams, directory);
    if (all) {
      return all(machine.finder());
    }
    InterpreterChoice choice = machine.choice();
    if (pythons.isEmpty()) {
      return List.of(choice.atHand());
    }
    List<ChosenInterpreter> chosen = new ArrayList<>();
    for (String python : pythons) {
      chosen.add(choice.named(python));
    }
    return chosen;
  }

  private static List<ChosenInterpreter> all(InterpreterFinder finder) throws IOException {
    Map<String, Interpreter> byVersion = new LinkedHashMap<>();
    finder.find().stream()
        .flatMap(ComparedPythons::usable)
        .forEach(one -> byVersion.putIfAbsent(one.version() + "/" + one.freeThreaded(), one));
    if (byVersion.isEmpty()) {
      throw new IOException("no interpreter was found; leadline pythons says where it looks");
    }
    return byVersion.values().stream()
        .sorted(Comparator.comparing(Interpreter::version).thenComparing(Interpreter::freeThreaded))
        .map(one -> new ChosenInterpreter(one.executable().toString(), one))
        .toList();
  }

  private static Stream<Interpreter> usable(FoundInterpreter found) {
    return found.probed() instanceof Interpreter interpreter
        ? Stream.of(interpreter)
        : Stream.empty();
  }
}
