package dev.leadline.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.TestPython;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.run.Runner;
import dev.leadline.wire.StreamListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a debugger that loads the program by itself. */
class ObservedRunnerTest {

  private static final String RUNNER =
      """
      import sys
      def run(path):
          exec(compile(open(path).read(), path, 'exec'), {'__name__': '__main__'})
      run(sys.argv[-2])
      """;

  private static final String PROGRAM =
      """
      import os, sys
      def f(word):
          print(word, file=sys.stderr)
      f(sys.stdin.read())
      print(sys.argv[-2:], 'LEADLINE_FOLLOW' in os.environ, os.environ.get('PYTHONPATH'))
      """;

  private static ChosenInterpreter python;

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Observed observed = new Observed();
  private Optional<Duration> timeout = Optional.empty();
  private List<String> options = List.of();
  private int most = 1;

  /** What is reported of a runner. */
  private static final class Observed implements EventSink {
    private final List<Header> headers = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Integer> bases = new ArrayList<>();
    private final List<TraceRecord.CallCount> calls = new ArrayList<>();

    @Override
    public void header(Header header) {
      headers.add(header);
    }

    @Override
    public void event(TraceEvent event) {
      throw new AssertionError("an event: " + event);
    }

    @Override
    public void record(TraceRecord record) {
      if (record instanceof BaseDepth base) {
        bases.add(base.depth());
        layers.addAll(base.layers());
      } else if (record instanceof CallCounts counts) {
        calls.addAll(counts.counts());
      }
    }

    @Override
    public void end(Ending ending) {}
  }

  @BeforeAll
  static void choosePython() throws NoInterpreterException {
    python = TestPython.choose();
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("my_debugger.py"), RUNNER);
    Files.writeString(directory.resolve("app.py"), PROGRAM);
  }

  private Launched run(Runner.Kind kind, String target) throws IOException {
    RunSpec spec =
        RunSpec.of(new Program(Program.Kind.SCRIPT, "app.py", List.of("last")), directory)
            .runner(new Runner(kind, target, List.of("--own", "app.py", "last")))
            .pythonOptions(options)
            .recording(LaunchFixture.recording().withLayers(true))
            .timed(true)
            .environment(Map.of("PYTHONPATH", Optional.empty()))
            .timeout(timeout)
            .maxProcesses(most)
            .build();
    ProgramStdio stdio =
        ProgramStdio.piped(new ByteArrayInputStream("typed".getBytes(UTF_8)), out, err);
    return new Launcher()
        .run(new Launch(new PythonRun(python, spec), stdio), observed, StreamListener.NONE);
  }

  @Test
  void itsStreamsAreItsOwnAndItsDepthsAreReported() throws IOException {
    Launched launched = run(Runner.Kind.SCRIPT, "my_debugger.py");

    assertThat(err.toString(UTF_8)).isEqualTo("typed" + System.lineSeparator());
    assertThat(out.toString(UTF_8)).isEqualTo("['app.py', 'last'] False None\n");
    assertThat(launched.exit().status()).isZero();
    assertThat(launched.ending().baseDepth()).hasValue(3);
    assertThat(observed.bases).containsExactly(3);
    assertThat(observed.layers).extracting(Layer::function).containsExactly("<module>", "run");
    assertThat(observed.layers).extracting(Layer::owner).containsOnly(Layer.Owner.RUNNER);
    assertThat(observed.calls)
        .extracting(call -> call.code().function() + " " + call.depth() + " " + call.calls())
        .containsExactly("<module> 3 1", "f 4 1");
  }

  @Test
  void itsHeaderSaysWhatWasRunAndByWhat() throws IOException {
    run(Runner.Kind.MODULE, "my_debugger");

    Header header = observed.headers.get(0);
    assertThat(header.engine()).isEqualTo("observe");
    assertThat(header.programKind()).isEqualTo("runner");
    assertThat(header.program()).isEqualTo("app.py");
    assertThat(header.argv()).endsWith("-m", "my_debugger", "--own", "app.py", "last");
    assertThat(observed.bases).containsExactly(5);
  }

  @Test
  void aRunnerThatFailsIsAnOutcome() throws IOException {
    Files.writeString(directory.resolve("app.py"), "def f(): raise SystemExit(7)\nf()\n");

    Launched launched = run(Runner.Kind.SCRIPT, "my_debugger.py");

    assertThat(launched.ending().status()).hasValue(7);
    assertThat(observed.calls).hasSize(2);
  }

  @Test
  void whatARunnerCountedUntilItsTimeWasUpIsThere() throws IOException {
    Files.writeString(
        directory.resolve("app.py"),
        "import threading\ndef f():\n  threading.Event().wait()\nf()\n");

    Launched launched =
        LaunchFixture.withTimeEnough(
            limit -> {
              timeout = Optional.of(limit);
              observed.calls.clear();
              return Optional.of(run(Runner.Kind.SCRIPT, "my_debugger.py"))
                  .filter(one -> !observed.calls.isEmpty());
            });

    assertThat(launched.ending().outcome()).isEqualTo(Ending.Outcome.TIMED_OUT);
    assertThat(observed.calls)
        .extracting(call -> call.code().function())
        .containsExactly("<module>", "f");
  }

  @Test
  void optionsThatKeepTheAgentOutAreRefused() {
    options = List.of("-W", "ignore", "-sE");

    assertThatThrownBy(() -> run(Runner.Kind.SCRIPT, "my_debugger.py"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("option -sE");
  }

  @Test
  void aRunnerThatIsNotThereIsNoFault() throws IOException {
    Launched launched = run(Runner.Kind.SCRIPT, "nowhere.py");

    assertThat(launched.exit().status()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("nowhere.py");
    assertThat(observed.bases).isEmpty();
  }
}
