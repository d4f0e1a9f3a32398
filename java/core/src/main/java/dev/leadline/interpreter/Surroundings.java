package dev.leadline.interpreter;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where interpreters are looked for.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 * @param root the root of the file system, under which well-known places are
 * @param directory the working directory, which relative paths are relative to
 * @param windows whether executables are named and laid out as on Windows
 */
public record Surroundings(
    Map<String, String> environment, Path home, Path root, Path directory, boolean windows) {

  public Surroundings {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(directory, "directory");
  }

  /** This machine, with these variables and this working directory. */
  public static Surroundings ofThisMachine(Map<String, String> environment, Path directory) {
    return new Surroundings(
        environment,
        Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))),
        Path.of("/"),
        directory,
        File.separatorChar == '\\');
  }

  /** A variable's value; an empty one counts as not set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The directory that a variable names, else the one that is usual under the home directory. */
  Path directory(String variable, String usual) {
    return variable(variable).map(directory::resolve).orElseGet(() -> home.resolve(usual));
  }

  /** The parts of a variable that is a list of paths, absolute; the list is empty without it. */
  public List<Path> pathList(String name) {
    String separator = windows ? ";" : ":";
    return variable(name).stream()
        .flatMap(value -> Arrays.stream(value.split(separator)))
        .filter(part -> !part.isBlank())
        .map(directory::resolve)
        .toList();
  }
}
