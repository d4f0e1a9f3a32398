package dev.leadline.interpreter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds commands on PATH, as a shell does. */
public final class CommandSearch {

  private final Surroundings surroundings;

  /** A search in these surroundings. */
  public CommandSearch(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The first executable file of that name. */
  Optional<Path> first(String command) {
    return in(surroundings.pathList("PATH"), command);
  }

  /** The first one that is not a manager's shim. */
  public Optional<Path> firstReal(String command) {
    List<Path> real =
        surroundings.pathList("PATH").stream()
            .filter(directory -> !isShimDirectory(directory))
            .toList();
    return in(real, command);
  }

  private Optional<Path> in(List<Path> directories, String command) {
    return directories.stream()
        .flatMap(directory -> names(command).map(directory::resolve))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private Stream<String> names(String command) {
    return surroundings.windows() ? Stream.of(command + ".exe", command) : Stream.of(command);
  }

  /**
   * Whether a directory holds shims: commands of pyenv, asdf and mise that start one installed
   * version or another, by the working directory and the environment. What they stand for is listed
   * by the manager's own source; a shim itself is an interpreter only when it is named.
   */
  static boolean isShimDirectory(Path directory) {
    return directory.getFileName() != null
        && directory.getFileName().toString().equals("shims")
        && Files.isDirectory(directory);
  }
}
