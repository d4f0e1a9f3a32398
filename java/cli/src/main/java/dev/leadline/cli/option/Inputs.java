package dev.leadline.cli.option;

import dev.leadline.run.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files that a command reads, and must not write over. */
public record Inputs(List<Input> files) {

  /**
   * A file that is read.
   *
   * @param what it is: the trace itself
   * @param file absolute
   */
  public record Input(String what, Path file) {}

  /**
   * A file that is written, if it was asked for.
   *
   * @param option the option that names it
   * @param file absolute
   */
  public record Output(String option, Optional<Path> file) {}

  /** The file of a program that is a script. */
  public static Inputs of(Program program, Path directory) {
    boolean named = program.kind() == Program.Kind.SCRIPT && !program.isBeyondJava();
    return new Inputs(
        named
            ? List.of(new Input("the program itself", directory.resolve(program.target())))
            : List.of());
  }

  /** Stored traces. */
  public static Inputs traces(Path directory, Path... traces) {
    return all("the trace itself", directory, Stream.of(traces));
  }

  /** Files that are all called the same. */
  public static Inputs all(String what, Path directory, Stream<Path> files) {
    return new Inputs(files.map(file -> new Input(what, directory.resolve(file))).toList());
  }

  /**
   * Refuses a file for output that is a directory, whose directory cannot be, that is one of these,
   * or that is another output, whatever its name is.
   */
  public void spare(CommandLine command, Output... outputs) throws IOException {
    List<Output> named = Stream.of(outputs).filter(output -> output.file().isPresent()).toList();
    List<Output> accepted = new ArrayList<>();
    for (Output output : named) {
      Optional<String> why = refusal(output.file().get(), accepted);
      if (why.isPresent()) {
        throw new ParameterException(command, output.option() + ": " + why.get());
      }
      accepted.add(output);
    }
  }

  private Optional<String> refusal(Path file, List<Output> others) throws IOException {
    if (Files.isDirectory(file)) {
      return Optional.of(file + " is a directory");
    }
    if (!canHaveDirectory(file)) {
      return Optional.of("there is no directory " + file.getParent());
    }
    for (Input input : files) {
      if (Files.exists(file)
          && Files.exists(input.file())
          && Files.isSameFile(file, input.file())) {
        return Optional.of(file + " is " + input.what());
      }
    }
    for (Output other : others) {
      if (isSame(file, other.file().get())) {
        return Optional.of(file + " is the file of " + other.option() + ", too");
      }
    }
    return Optional.empty();
  }

  /** Whether its directory is there, or can be made: no file is in the way. */
  private static boolean canHaveDirectory(Path file) {
    Path nearest = file.getParent();
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest == null || Files.isDirectory(nearest);
  }

  /** A device, as {@code /dev/null}, takes several outputs. */
  private static boolean isSame(Path file, Path other) throws IOException {
    return Files.exists(file) && Files.exists(other)
        ? Files.isRegularFile(file) && Files.isSameFile(file, other)
        : file.normalize().equals(other.normalize());
  }
}
