package dev.leadline.run;

import dev.leadline.interpreter.CommandSearch;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.Runner.RunnerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the first words of a runner's command line name: a file, {@code -m NAME}, or a command
 * that is installed as a Python script, beside the interpreter or on {@code PATH}.
 */
public final class RunnerSearch {

  private static final String MODULE = "-m";

  /** Words for the interpreter, whichever that is. */
  private static final Set<String> PYTHON = Set.of("python", "python3");

  /**
   * Enough for the first two lines of a script: pip starts an interpreter with a long path by sh.
   */
  private static final int HEAD_BYTES = 1024;

  private final Surroundings surroundings;
  private final Interpreter python;

  /** A search for that interpreter. */
  public RunnerSearch(Surroundings surroundings, Interpreter python) {
    this.surroundings = surroundings;
    this.python = python;
  }

  /**
   * The runner that these words start.
   *
   * @param words a whole command line
   * @throws RunnerException if they name nothing that Python can run
   */
  public Runner find(List<String> words) throws RunnerException {
    String first = words.get(0);
    List<String> more = words.subList(1, words.size());
    if (first.equals(MODULE) && !more.isEmpty()) {
      return new Runner(Runner.Kind.MODULE, more.get(0), more.subList(1, more.size()));
    }
    if (isProgram(first)) {
      return new Runner(Runner.Kind.SCRIPT, first, more);
    }
    if (PYTHON.contains(first) && !more.isEmpty()) {
      return find(more);
    }
    return new Runner(Runner.Kind.SCRIPT, command(first).toString(), more);
  }

  private boolean isProgram(String path) {
    Path file = surroundings.directory().resolve(path);
    return !path.isEmpty()
        && (Files.isDirectory(file)
            ? Files.exists(file.resolve("__main__.py"))
            : Files.exists(file));
  }

  private Path command(String name) throws RunnerException {
    Optional<Path> found =
        name.isEmpty() || name.contains("/") ? Optional.empty() : installed(name);
    Path file =
        found.orElseThrow(
            () ->
                new RunnerException(
                    "there is no file '"
                        + name
                        + "' in "
                        + surroundings.directory()
                        + ", and no such command; a module is written as --runner '-m NAME'"));
    if (!isPythonScript(file)) {
      throw new RunnerException(file + " is no Python script that an interpreter could run");
    }
    return file;
  }

  private Optional<Path> installed(String name) {
    Path beside = python.executable().resolveSibling(name);
    return Files.isRegularFile(beside)
        ? Optional.of(beside)
        : new CommandSearch(surroundings).firstReal(name);
  }

  private static boolean isPythonScript(Path file) throws RunnerException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      return head.startsWith("#!")
          && head.lines().limit(2).anyMatch(line -> line.contains("python"));
    } catch (IOException e) {
      throw new RunnerException("cannot read " + file + ": " + e.getMessage());
    }
  }
}
