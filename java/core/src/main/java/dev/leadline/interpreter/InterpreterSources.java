package dev.leadline.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zeroturnaround.exec.ProcessExecutor;

/** The places that are searched, in order of precedence where two lead to the same file. */
final class InterpreterSources {

  private static final List<String> CONDA_HOMES =
      List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge");

  static final List<Source> ALL =
      List.of(
          new Source("LEADLINE_PYTHONS", InterpreterSources::named),
          new Source("PATH", InterpreterSources::onPath),
          new Source("pyenv", InterpreterSources::pyenv),
          installations("uv", s -> s.directory("UV_PYTHON_INSTALL_DIR", ".local/share/uv/python")),
          new Source("conda", InterpreterSources::conda),
          installations(
              "asdf", s -> s.directory("ASDF_DATA_DIR", ".asdf").resolve("installs/python")),
          installations(
              "mise",
              s -> s.directory("MISE_DATA_DIR", ".local/share/mise").resolve("installs/python")),
          new Source("Homebrew", InterpreterSources::homebrew),
          installations("/opt/python", s -> s.root().resolve("opt/python")),
          new Source("py launcher", new WindowsLauncher()));

  private InterpreterSources() {}

  private static Source installations(String name, Function<Surroundings, Path> parent) {
    return new Source(
        name, surroundings -> PythonNames.ofInstallationsIn(parent.apply(surroundings)));
  }

  /** Each is an executable, a directory of executables, or the directory of an installation. */
  private static List<Path> named(Surroundings surroundings) {
    return surroundings.pathList("LEADLINE_PYTHONS").stream()
        .flatMap(path -> Files.isDirectory(path) ? inDirectory(path) : Stream.of(path))
        .toList();
  }

  private static Stream<Path> inDirectory(Path directory) {
    List<Path> direct = PythonNames.in(directory);
    return direct.isEmpty() ? PythonNames.ofInstallation(directory).stream() : direct.stream();
  }

  private static List<Path> onPath(Surroundings surroundings) {
    return surroundings.pathList("PATH").stream()
        .filter(directory -> !CommandSearch.isShimDirectory(directory))
        .flatMap(directory -> PythonNames.in(directory).stream())
        .toList();
  }

  /** A pyenv that is not named is still found by its shims on PATH. */
  private static List<Path> pyenv(Surroundings surroundings) {
    Stream<Path> byShims =
        surroundings.pathList("PATH").stream()
            .filter(CommandSearch::isShimDirectory)
            .flatMap(shims -> Optional.ofNullable(shims.getParent()).stream());
    return Stream.concat(Stream.of(surroundings.directory("PYENV_ROOT", ".pyenv")), byShims)
        .distinct()
        .flatMap(root -> PythonNames.ofInstallationsIn(root.resolve("versions")).stream())
        .toList();
  }

  private static List<Path> conda(Surroundings surroundings) {
    Stream<Path> active = surroundings.variable("CONDA_PREFIX").map(Path::of).stream();
    Stream<Path> homes = CONDA_HOMES.stream().map(surroundings.home()::resolve);
    return Stream.concat(active, homes)
        .flatMap(
            home ->
                Stream.concat(
                    PythonNames.ofInstallation(home).stream(),
                    PythonNames.ofInstallationsIn(home.resolve("envs")).stream()))
        .toList();
  }

  private static List<Path> homebrew(Surroundings surroundings) {
    return Stream.of("opt/homebrew/opt", "usr/local/opt")
        .map(surroundings.root()::resolve)
        .flatMap(opt -> PythonNames.ofInstallationsIn(opt, "python@3").stream())
        .toList();
  }

  /**
   * One place where interpreters may be.
   *
   * @param name how the place is called in a listing
   * @param candidates the executables there, not yet asked what they are; none where the place does
   *     not exist
   */
  record Source(String name, Function<Surroundings, List<Path>> candidates) {

    Source {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(candidates, "candidates");
    }
  }

  /**
   * Asks the Windows launcher ({@code py -0p}, PEP 397) what is registered. It prints one
   * interpreter a line: its tag, a star for the default one, and its path.
   */
  static final class WindowsLauncher implements Function<Surroundings, List<Path>> {

    private static final Pattern PATH =
        Pattern.compile("[A-Za-z]:\\\\.*\\.exe", Pattern.CASE_INSENSITIVE);

    private static final long LIMIT_SECONDS = 10;

    @Override
    public List<Path> apply(Surroundings surroundings) {
      return surroundings.windows() ? paths(listing()).stream().map(Path::of).toList() : List.of();
    }

    /** The paths in a listing. */
    static List<String> paths(String listing) {
      return listing
          .lines()
          .flatMap(line -> PATH.matcher(line).results().map(MatchResult::group))
          .toList();
    }

    private static String listing() {
      try {
        return new ProcessExecutor("py", "-0p")
            .redirectErrorStream(false)
            .readOutput(true)
            .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
            .execute()
            .outputUTF8();
      } catch (IOException | TimeoutException e) {
        // no launcher, or none that answers: nothing is registered with it
        return "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }
  }
}
