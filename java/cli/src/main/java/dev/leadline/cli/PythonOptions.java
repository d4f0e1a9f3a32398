package dev.leadline.cli;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.NoInterpreterException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which interpreter runs the program, and in which surroundings. */
final class PythonOptions {

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
  ChosenInterpreter choose(Streams streams, Path directory) throws NoInterpreterException {
    InterpreterChoice choice = Machine.of(streams, directory).choice();
    return python.isPresent() ? choice.named(python.get()) : choice.atHand();
  }
}
