package dev.leadline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.interpreter.Surroundings;
import dev.leadline.run.Runner.RunnerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first word of a runner's command line names. */
class RunnerSearchTest {

  private static final String SCRIPT = "#!/usr/bin/python3\n";
  private static final String BY_SHELL = "#!/bin/sh\n'''exec' /a/long/path/python \"$0\" \"$@\"\n";

  @TempDir Path root;

  @BeforeEach
  void install() throws IOException {
    write("work/my.py", "");
    write("work/served/__main__.py", "");
    write("work/flask/app.py", "");
    write("venv/bin/flask", SCRIPT);
    write("bin/flask", SCRIPT);
    write("bin/uvicorn", BY_SHELL);
    write("bin/tool", "#!/bin/sh\nexec tool\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Runner find(String... words) throws RunnerException {
    Surroundings surroundings =
        Surroundings.ofThisMachine(
            Map.of("PATH", root.resolve("bin").toString()), root.resolve("work"));
    Interpreter python =
        new Interpreter(
            root.resolve("venv/bin/python"),
            PythonVersion.OLDEST,
            "cpython",
            "python",
            "/usr",
            "/usr",
            false);
    return new RunnerSearch(surroundings, python).find(List.of(words));
  }

  @Test
  void aFileOrAModule() throws RunnerException {
    assertThat(find("my.py", "-q", "a.py"))
        .isEqualTo(new Runner(Runner.Kind.SCRIPT, "my.py", List.of("-q", "a.py")));
    assertThat(find("-m", "flask", "run"))
        .isEqualTo(new Runner(Runner.Kind.MODULE, "flask", List.of("run")));
    assertThat(find("python", "-m", "flask", "run")).isEqualTo(find("-m", "flask", "run"));
    assertThat(find("python3", "my.py")).isEqualTo(find("my.py"));
    assertThat(find("served", "a.py").target()).isEqualTo("served");
  }

  /** A directory of that name which is no program does not stand in the way. */
  @Test
  void aCommandOfTheInterpretersEnvironmentFirst() throws RunnerException {
    assertThat(find("flask", "run"))
        .isEqualTo(
            new Runner(
                Runner.Kind.SCRIPT, root.resolve("venv/bin/flask").toString(), List.of("run")));
  }

  @Test
  void aCommandOnPathElse() throws RunnerException {
    assertThat(find("uvicorn").target()).isEqualTo(root.resolve("bin/uvicorn").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.py", "", "bin/none", "-x"})
  void nothingOfThatName(String word) {
    assertThatThrownBy(() -> find(word, "a.py"))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("there is no file '" + word + "' in " + root.resolve("work"));
  }

  @Test
  void aCommandThatIsNoPython() {
    assertThatThrownBy(() -> find("tool", "a.py"))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("tool is no Python script");
  }
}
