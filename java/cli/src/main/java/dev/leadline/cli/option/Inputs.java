package dev.leadline.cli.option;

import dev.leadline.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The files that a command reads, and must not write over.
 *
 * @param what they are: the trace, the program
 */
public record Inputs(String what, List<Path> files) {

  /** The file of a program that is a script. */
  public static Inputs of(Program program, Path directory) {
    boolean named = program.kind() == Program.Kind.SCRIPT && !program.isBeyondJava();
    return new Inputs(
        "the program", named ? List.of(directory.resolve(program.target())) : List.of());
  }

  /** Stored traces. */
  public static Inputs traces(Path directory, Path... traces) {
    return new Inputs("the trace", Stream.of(traces).map(directory::resolve).toList());
  }

  /**
   * Refuses a file for output that is a directory or one of these, whatever its name is.
   *
   * @param option the option that names it
   * @param file absolute
   */
  public void spare(CommandLine command, String option, Optional<Path> file) throws IOException {
    if (file.filter(Files::isDirectory).isPresent()) {
      throw new ParameterException(command, option + ": " + file.get() + " is a directory");
    }
    for (Path input : files) {
      if (file.filter(Files::exists).isPresent()
          && Files.exists(input)
          && Files.isSameFile(file.get(), input)) {
        throw new ParameterException(
            command, option + ": " + file.get() + " is " + what + " itself");
      }
    }
  }
}
