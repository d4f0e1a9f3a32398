package dev.leadline.interpreter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The places that are searched, in the order of who wins where two lead to the same file. */
final class InterpreterSources {

  private static final List<String> CONDA_HOMES =
      List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge");

  static final List<InterpreterSource> ALL =
      List.of(
          new InterpreterSource("LEADLINE_PYTHONS", InterpreterSources::named),
          new InterpreterSource("PATH", InterpreterSources::onPath),
          new InterpreterSource("pyenv", InterpreterSources::pyenv),
          installations("uv", s -> s.directory("UV_PYTHON_INSTALL_DIR", ".local/share/uv/python")),
          new InterpreterSource("conda", InterpreterSources::conda),
          installations(
              "asdf", s -> s.directory("ASDF_DATA_DIR", ".asdf").resolve("installs/python")),
          installations(
              "mise",
              s -> s.directory("MISE_DATA_DIR", ".local/share/mise").resolve("installs/python")),
          new InterpreterSource("Homebrew", InterpreterSources::homebrew),
          installations("/opt/python", s -> s.root().resolve("opt/python")),
          new InterpreterSource("py launcher", new WindowsLauncher()));

  private InterpreterSources() {}

  private static InterpreterSource installations(String name, Function<Surroundings, Path> parent) {
    return new InterpreterSource(
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
        .filter(directory -> !Shims.isShimDirectory(directory))
        .flatMap(directory -> PythonNames.in(directory).stream())
        .toList();
  }

  /** A pyenv that nobody names is still found by its shims on PATH. */
  private static List<Path> pyenv(Surroundings surroundings) {
    Stream<Path> byShims =
        surroundings.pathList("PATH").stream()
            .filter(Shims::isShimDirectory)
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
}
