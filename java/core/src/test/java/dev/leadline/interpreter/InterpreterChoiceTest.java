package dev.leadline.interpreter;

import static dev.leadline.interpreter.FakePython.answering;
import static dev.leadline.interpreter.FakePython.cpython;
import static dev.leadline.interpreter.FakePython.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterChoiceTest {

  @TempDir Path temporary;

  private Path root;
  private Path bin;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void places() throws IOException {
    root = temporary.toRealPath();
    bin = root.resolve("bin");
    environment.put("PATH", bin.toString());
  }

  private InterpreterChoice choice() {
    Surroundings surroundings =
        new Surroundings(environment, root.resolve("home"), root, root, false);
    InterpreterProbe probe = new InterpreterProbe(Duration.ofSeconds(30), root);
    return new InterpreterChoice(surroundings, probe, new InterpreterFinder(surroundings, probe));
  }

  private String named(String asked) throws NoInterpreterException {
    return described(choice().named(asked));
  }

  private String byDefault() throws NoInterpreterException {
    return described(choice().byDefault());
  }

  private String described(ChosenInterpreter chosen) {
    return chosen.command() + " " + root.relativize(chosen.interpreter().executable());
  }

  private void pyenv(String version) {
    cpython(root.resolve("home/.pyenv/versions/" + version + "/bin/python3"), version);
  }

  @Test
  void aSeparatorMakesItAPath() throws NoInterpreterException {
    cpython(root.resolve("mine/3.12"), "3.12.1");

    assertThat(named("mine/3.12")).isEqualTo("mine/3.12 mine/3.12");
    assertThat(named(root + "/mine/3.12")).isEqualTo(root + "/mine/3.12 mine/3.12");
  }

  @Test
  void aWordIsACommandOnPath() throws NoInterpreterException {
    cpython(bin.resolve("snake"), "3.12.1");

    assertThat(named("snake")).isEqualTo("snake bin/snake");
    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(() -> named("cobra"))
        .withMessage("there is no command cobra on PATH");
  }

  @Test
  void aVersionIsTakenFromPathFirst() throws NoInterpreterException {
    cpython(bin.resolve("python3.12"), "3.12.1");
    pyenv("3.12.7");

    assertThat(named("3.12")).isEqualTo("python3.12 bin/python3.12");
    assertThat(named("3.12.7")).endsWith(" home/.pyenv/versions/3.12.7/bin/python3");
  }

  @Test
  void amongInstalledVersionsTheNewestMicroWins() throws NoInterpreterException {
    pyenv("3.12.9");
    pyenv("3.12.10");
    pyenv("3.13.0");

    assertThat(named("3.12")).contains("/3.12.10/");
    assertThat(named("3")).contains("/3.13.0/");
  }

  @Test
  void aVersionThatIsNotThereIsAnsweredWithThoseThatAre() {
    pyenv("3.13.0");
    pyenv("3.9.18");

    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(() -> named("3.7"))
        .withMessage("Python 3.7 is not installed; found are 3.9.18, 3.13.0");
  }

  @Test
  void aVersionThatIsThereAndTooOldIsSaidToBeTooOld() {
    Path old = answering(root.resolve("home/.pyenv/versions/2.7.18/bin/python"), "2.7.18", "", "x");
    pyenv("3.9.18");

    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(() -> named("2.7"))
        .withMessage(
            "Python 2.7 was found, but Leadline cannot use "
                + old
                + ": it is Python 2.7.18, and Leadline needs CPython 3.6 or newer");
  }

  @Test
  void anEmptyNameIsReportedAsEmpty() {
    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(() -> named(""))
        .withMessage("--python names no interpreter: it is empty");
  }

  @Test
  void theDefaultIsTheFirstOfAFixedOrder() throws NoInterpreterException {
    cpython(bin.resolve("python"), "3.8.18");
    assertThat(byDefault()).isEqualTo("python bin/python");

    cpython(bin.resolve("python3"), "3.9.18");
    assertThat(byDefault()).isEqualTo("python3 bin/python3");

    cpython(root.resolve("venv/bin/python"), "3.10.13");
    environment.put("VIRTUAL_ENV", root.resolve("venv").toString());
    assertThat(byDefault()).isEqualTo("python venv/bin/python");

    pyenv("3.11.7");
    environment.put("LEADLINE_PYTHON", "3.11");
    assertThat(byDefault()).contains("/3.11.7/");
  }

  @Test
  void anOldPythonIsPassedOverForTheNextOne() throws NoInterpreterException {
    answering(bin.resolve("python3"), "3.5.10", "cpython", "x");
    cpython(bin.resolve("python"), "3.8.18");

    assertThat(byDefault()).isEqualTo("python bin/python");
  }

  @Test
  void wherePathHoldsNoneItSaysSo() {
    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(this::byDefault)
        .withMessage("there is neither a python3 nor a python on PATH; name one with --python");
  }

  @Test
  void whereAllAreRefusedTheFirstReasonIsGiven() {
    Path old = answering(bin.resolve("python3"), "2.7.18", "cpython", "x");

    assertThatExceptionOfType(NoInterpreterException.class)
        .isThrownBy(this::byDefault)
        .withMessageStartingWith("cannot use " + old + ": it is Python 2.7.18");
  }

  @Test
  void aShimStandsForWhatItStarts() throws NoInterpreterException {
    Path shims = root.resolve("pyenv/shims");
    answering(shims.resolve("python3"), "3.12.1", "cpython", "/opt/real/python3");
    script(shims.resolve("python3.12"), "exit 127");
    environment.put("PATH", shims.toString());

    assertThat(byDefault()).isEqualTo("/opt/real/python3 pyenv/shims/python3");
    assertThatExceptionOfType(NoInterpreterException.class).isThrownBy(() -> named("3.12"));
  }
}
