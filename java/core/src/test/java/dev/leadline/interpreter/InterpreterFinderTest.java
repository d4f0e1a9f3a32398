package dev.leadline.interpreter;

import static dev.leadline.interpreter.FakePython.cpython;
import static dev.leadline.interpreter.FakePython.link;
import static dev.leadline.interpreter.FakePython.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.InterpreterFinder.FoundInterpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterFinderTest {

  @TempDir Path temporary;

  private Path root;
  private Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void places() throws IOException {
    root = temporary.toRealPath();
    home = root.resolve("home/me");
  }

  private List<String> found() {
    Surroundings surroundings = new Surroundings(environment, home, root, root, false);
    InterpreterProbe probe = new InterpreterProbe(Duration.ofSeconds(30), root);
    return new InterpreterFinder(surroundings, probe).find().stream().map(this::described).toList();
  }

  private String described(FoundInterpreter found) {
    Path executable = root.relativize(found.probed().executable());
    String what =
        found.probed() instanceof Interpreter interpreter
            ? interpreter.version().toString()
            : "refused";
    return found.source() + " " + executable + " " + what;
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    assertThat(found()).isEmpty();
  }

  @Test
  void everyManagerIsSearchedWhereItKeepsItsInstallations() {
    cpython(home.resolve(".pyenv/versions/3.8.18/bin/python3"), "3.8.18");
    cpython(home.resolve(".local/share/uv/python/cpython-3.9/bin/python3"), "3.9.18");
    cpython(home.resolve("miniconda3/bin/python"), "3.10.13");
    cpython(home.resolve("anaconda3/envs/lab/bin/python"), "3.10.14");
    cpython(home.resolve(".asdf/installs/python/3.11.7/bin/python3"), "3.11.7");
    cpython(home.resolve(".local/share/mise/installs/python/3.12.1/bin/python3"), "3.12.1");
    cpython(root.resolve("opt/homebrew/opt/python@3.13/bin/python3.13"), "3.13.0");
    cpython(root.resolve("usr/local/opt/python@3.14/bin/python3.14"), "3.14.0");
    cpython(root.resolve("usr/local/opt/pythonish/bin/python3"), "3.14.1");
    cpython(root.resolve("opt/python/cp36-cp36m/bin/python"), "3.6.15");

    assertThat(found())
        .containsExactly(
            "pyenv home/me/.pyenv/versions/3.8.18/bin/python3 3.8.18",
            "uv home/me/.local/share/uv/python/cpython-3.9/bin/python3 3.9.18",
            "conda home/me/miniconda3/bin/python 3.10.13",
            "conda home/me/anaconda3/envs/lab/bin/python 3.10.14",
            "asdf home/me/.asdf/installs/python/3.11.7/bin/python3 3.11.7",
            "mise home/me/.local/share/mise/installs/python/3.12.1/bin/python3 3.12.1",
            "Homebrew opt/homebrew/opt/python@3.13/bin/python3.13 3.13.0",
            "Homebrew usr/local/opt/python@3.14/bin/python3.14 3.14.0",
            "/opt/python opt/python/cp36-cp36m/bin/python 3.6.15");
  }

  @Test
  void leadlinePythonsTakesExecutablesAndDirectories() {
    Path alone = cpython(root.resolve("a/snake"), "3.12.1");
    cpython(root.resolve("b/python3.9"), "3.9.18");
    cpython(root.resolve("b/python3.13t"), "3.13.0");
    cpython(root.resolve("b/python3-config"), "3.9.18");
    cpython(root.resolve("c/bin/python3"), "3.10.13");
    environment.put("LEADLINE_PYTHONS", alone + ":" + root.resolve("b") + "::c:" + root + "/gone");

    assertThat(found())
        .containsExactly(
            "LEADLINE_PYTHONS a/snake 3.12.1",
            "LEADLINE_PYTHONS b/python3.9 3.9.18",
            "LEADLINE_PYTHONS b/python3.13t 3.13.0",
            "LEADLINE_PYTHONS c/bin/python3 3.10.13",
            "LEADLINE_PYTHONS gone refused");
  }

  @Test
  void aFileThatManyNamesLeadToIsListedOnceByTheFirst() {
    Path real = cpython(home.resolve(".pyenv/versions/3.12.1/bin/python3.12"), "3.12.1");
    link(home.resolve(".pyenv/versions/3.12.1/bin/python3"), real);
    link(root.resolve("bin/python3"), real);
    link(root.resolve("bin/python"), root.resolve("bin/python3"));
    environment.put("PATH", root.resolve("bin") + ":" + root.resolve("bin"));

    assertThat(found()).containsExactly("PATH bin/python 3.12.1");
  }

  @Test
  void shimsAreNotListedButLeadToTheVersionsBesideThem() {
    Path shims = root.resolve("srv/pyenv/shims");
    script(shims.resolve("python3"), "echo 'no version is set' >&2; exit 127");
    cpython(root.resolve("srv/pyenv/versions/3.12.1/bin/python"), "3.12.1");
    environment.put("PATH", shims.toString());

    assertThat(found()).containsExactly("pyenv srv/pyenv/versions/3.12.1/bin/python 3.12.1");
  }

  @Test
  void whatCannotBeUsedIsListedToo() {
    FakePython.answering(root.resolve("bin/python3"), "3.9.18", "pypy", "x");
    link(root.resolve("bin/python3.4"), root.resolve("gone"));
    environment.put("PATH", root.resolve("bin").toString());

    assertThat(found()).containsExactly("PATH bin/python3 refused", "PATH bin/python3.4 refused");
  }

  @Test
  void theWindowsLauncherIsReadByItsPaths() {
    String listing =
        """
         -V:3.12 *        C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python312\\python.exe
         -V:3.9-32        D:\\Program Files (x86)\\Python39\\python.exe
        No more installed
        """;

    assertThat(InterpreterSources.WindowsLauncher.paths(listing))
        .containsExactly(
            "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python312\\python.exe",
            "D:\\Program Files (x86)\\Python39\\python.exe");
  }
}
