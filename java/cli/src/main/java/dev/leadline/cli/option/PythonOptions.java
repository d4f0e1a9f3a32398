package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which interpreter runs the program, and in which surroundings. */
public final class PythonOptions {

  @Option(
      names = "--python",
      paramLabel = "X",
      description =
          "The interpreter: a path, a command, or a version such as 3.12 or 3.12.1. Default:"
              + " $$LEADLINE_PYTHON, the active virtual environment's, then python3, python on"
              + " PATH.")
  private Optional<String> python = Optional.empty();

  /**
   * Finds the interpreter that the options ask for.
   *
   * @param directory where the program starts
   */
  public ChosenInterpreter choose(Streams streams, Path directory) throws NoInterpreterException {
    InterpreterChoice choice = InterpreterSearch.of(streams, directory).choice();
    return python.isPresent() ? choice.named(python.get()) : choice.byDefault();
  }

  /** Which interpreters run the program: those that are named, all, or the default one. */
  public static final class SeveralPythonsOptions {

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
    public void check() {
      if (all && !pythons.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "--all-pythons takes all that are found; leave --python out");
      }
    }

    /** Finds them, in the order in which they were named. */
    public List<ChosenInterpreter> choose(Streams streams, Path directory)
        throws NoInterpreterException {
      InterpreterChoice choice = InterpreterSearch.of(streams, directory).choice();
      if (all) {
        return choice.everyVersion();
      }
      if (pythons.isEmpty()) {
        return List.of(choice.byDefault());
      }
      List<ChosenInterpreter> chosen = new ArrayList<>();
      for (String python : pythons) {
        chosen.add(choice.named(python));
      }
      return chosen;
    }
  }
}
