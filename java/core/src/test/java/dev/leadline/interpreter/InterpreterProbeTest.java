package dev.leadline.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.InterpreterFinder.FoundInterpreter;
import dev.leadline.interpreter.Probed.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterProbeTest {

  @TempDir Path directory;

  private InterpreterProbe probe;

  @BeforeEach
  void probe() {
    probe = new InterpreterProbe(Duration.ofSeconds(30), directory);
  }

  private String reason(Path executable) {
    Probed probed = probe.probe(executable);
    assertThat(probed).isInstanceOf(Refusal.class);
    assertThat(((Refusal) probed).sentence()).startsWith("cannot use " + executable + ": ");
    return ((Refusal) probed).reason();
  }

  @Test
  void aRealInterpreterSaysWhatItIs() {
    Surroundings here = Surroundings.ofThisMachine(System.getenv(), directory);
    List<FoundInterpreter> found = new InterpreterFinder(here, probe).find();

    Interpreter interpreter =
        found.stream()
            .map(FoundInterpreter::probed)
            .filter(Interpreter.class::isInstance)
            .map(Interpreter.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(interpreter.implementation()).isEqualTo("cpython");
    assertThat(interpreter.version()).isGreaterThanOrEqualTo(PythonVersion.OLDEST);
    assertThat(Path.of(interpreter.sysExecutable())).isExecutable();
    assertThat(Path.of(interpreter.prefix())).isDirectory();
  }

  @Test
  void aShimIsAskedAgainOnlyInAnotherDirectoryOrWhereItsFileHasChanged() throws IOException {
    Path shim = directory.resolve("python");
    Path python = FakePython.answering(shim, "3.12.1", "cpython", "/usr/bin/python3.12");
    Files.writeString(python, "\necho >> asked", StandardOpenOption.APPEND);
    Path asked = directory.resolve("asked");

    Probed first = probe.probe(python);
    Probed again = new InterpreterProbe(Duration.ofSeconds(30), directory).probe(python);
    assertThat(again).isInstanceOf(Interpreter.class).isEqualTo(first);
    assertThat(asked).hasContent("\n");

    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    new InterpreterProbe(Duration.ofSeconds(30), elsewhere).probe(python);
    assertThat(elsewhere.resolve("asked")).hasContent("\n");

    FakePython.cpython(python, "3.13.1");
    assertThat(((Interpreter) probe.probe(python)).version()).hasToString("3.13.1");
  }

  @Test
  void whatIsNoShimIsTheSameInEachDirectory() throws IOException {
    Path python = FakePython.cpython(directory.resolve("python"), "3.12.1");
    Files.writeString(python, "\necho >> asked", StandardOpenOption.APPEND);
    Probed first = probe.probe(python);

    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

    assertThat(new InterpreterProbe(Duration.ofSeconds(30), elsewhere).probe(python))
        .isEqualTo(first);
    assertThat(elsewhere.resolve("asked")).doesNotExist();
  }

  @Test
  void theQuestionIsAskedInTheGivenDirectoryWithoutStdin() {
    Path script =
        FakePython.script(directory.resolve("python"), "echo \"in $(pwd), stdin: $(cat)\"");

    assertThat(reason(script)).contains("in " + directory + ", stdin:\"");
  }

  @Test
  void whatCannotBeStartedIsDistinguished() throws IOException {
    Path plain = Files.writeString(directory.resolve("plain"), "text");
    Path noProgram = FakePython.script(directory.resolve("no-program"), "");
    Files.writeString(noProgram, "#!/no/such/shell");

    assertThat(reason(directory.resolve("gone"))).isEqualTo("there is no such file");
    assertThat(reason(directory)).isEqualTo("it is a directory");
    assertThat(reason(plain)).isEqualTo("it is not executable");
    assertThat(reason(noProgram)).startsWith("it cannot be started: ");
  }

  @Test
  void garbageIsShownAndItsEndIsNotWaitedFor() {
    Path endless = FakePython.script(directory.resolve("endless"), "exec yes 'I am no snake'");

    assertThat(reason(endless)).isEqualTo("it is not Python: it printed \"I am no snake\"");
  }

  @Test
  void aProcessThatDoesNotAnswerIsEndedWithAllItStarted() throws IOException {
    probe = new InterpreterProbe(Duration.ofSeconds(1), directory);
    Path pid = directory.resolve("pid");
    Path silent =
        FakePython.script(
            directory.resolve("silent"), "sleep 600 & echo $! > " + pid + "; sleep 600");

    assertThat(reason(silent)).isEqualTo("it gave no answer within 1 seconds");
    long child = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void aChildThatKeepsThePipeOpenDoesNotHoldTheAnswerUp() throws IOException {
    Path python = FakePython.cpython(directory.resolve("python"), "3.12.1");
    Path pid = directory.resolve("pid");
    Path leaving =
        FakePython.script(
            directory.resolve("leaving"), "sleep 600 & echo $! > " + pid + "; exec " + python);

    Probed probed = probe.probe(leaving);

    assertThat(probed).isInstanceOf(Interpreter.class);
    long child = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(child).orElseThrow().destroy()).isTrue();
  }
}
