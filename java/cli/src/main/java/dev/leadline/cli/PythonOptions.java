package dev.leadline.cli;

import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.NoInterpreterException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin private SurroundingOptions surroundings;

  /** Where the program starts. */
  Path directory(Streams streams) {
    return surroundings.directory(streams);
  }

  /** Finds the interpreter that the options ask for. */
  ChosenInterpreter choose(Streams streams) throws NoInterpreterException {
    Path directory = directory(streams);
    InterpreterChoice choice = Machine.of(streams, directory).choice();
    return python.isPresent() ? choice.named(python.get()) : choice.atHand();
  }

  /** The interpreter's options, each token by itself. */
  List<String> options() {
    return surroundings.options();
  }

  /** What the program's environment has otherwise than ours. */
  Map<String, Optional<String>> environment(Streams streams) {
    return surroundings.environment(streams);
  }
}
