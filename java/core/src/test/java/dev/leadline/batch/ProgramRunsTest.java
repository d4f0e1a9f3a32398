package dev.leadline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.batch.ProgramRuns.RunSinks;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.TestPython;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs at the same time. */
class ProgramRunsTest {

  private static ChosenInterpreter python;

  @TempDir Path directory;

  /** Counts lines of functions. */
  private static final class Counting implements EventSink {
    private int lines;
    private int endings;

    @Override
    public void header(Header header) {}

    @Override
    public void event(TraceEvent event) {
      lines += event.kind() == EventKind.LINE ? 1 : 0;
    }

    @Override
    public void end(Ending ending) {
      endings++;
    }
  }

  private final List<Counting> received = new ArrayList<>();

  @BeforeAll
  static void findPython() throws NoInterpreterException {
    python = TestPython.choose();
  }

  @Test
  void resultsComeInTheOrderThatWasAskedForAndEachHasItsOwnEvents() throws IOException {
    List<PythonRun> planned =
        List.of(
            code("import time; time.sleep(0.4); f = lambda: 1; f(); print('slow')"),
            code("f = lambda: 1\nf(); f(); print('quick')"),
            code("print('third')"));
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      List<RunResult> results = runs.run(planned, this::sink, RunWatcher.NONE);
      assertThat(results).extracting(RunResult::run).containsExactlyElementsOf(planned);
      assertThat(results).allSatisfy(result -> assertThat(result.failure()).isEmpty());
      assertThat(text(results.get(0).stdout())).isEqualTo("slow\n");
      assertThat(text(results.get(1).stdout())).isEqualTo("quick\n");
      assertThat(received).extracting(one -> one.lines).containsExactly(1, 2, 0);
      assertThat(received).allSatisfy(one -> assertThat(one.endings).isEqualTo(1));
    }
  }

  @Test
  void runsGoOnAtTheSameTime() throws IOException {
    // each waits until the other is there; on one core they would wait in vain
    Path one = directory.resolve("one");
    Path other = directory.resolve("other");
    List<PythonRun> planned = List.of(meeting(one, other), meeting(other, one));
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      List<RunResult> results = runs.run(planned, this::sink, RunWatcher.NONE);
      boolean several = Runtime.getRuntime().availableProcessors() > 1;
      assertThat(text(results.get(1).stdout())).isEqualTo("met\n");
      assertThat(text(results.get(0).stdout())).isEqualTo(several ? "met\n" : "");
    }
  }

  private PythonRun meeting(Path mine, Path others) {
    return code(
        "import os, time\nopen(%s, 'w').close()\nwhile not os.path.exists(%s): time.sleep(0.01)\nprint('met')"
            .formatted(quoted(mine), quoted(others)),
        Optional.of(Duration.ofSeconds(20)));
  }

  @Test
  void stdinIsReadOnceAndGivenToEach() throws IOException {
    byte[] input = "über\npos:\t7\nlast".getBytes(StandardCharsets.UTF_8);
    PythonRun echo =
        code("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.stderr.write('e')");
    try (ProgramRuns runs = ProgramRuns.reading(new ByteArrayInputStream(input))) {
      List<RunResult> results = runs.run(List.of(echo, echo), this::sink, RunWatcher.NONE);
      for (RunResult result : results) {
        assertThat(bytes(result.stdout())).isEqualTo(input);
        assertThat(result.stdout().size()).isEqualTo(input.length);
        assertThat(text(result.stderr())).isEqualTo("e");
      }
      assertThat(results.get(0).stdout().sameAs(results.get(1).stdout())).isTrue();
      assertThat(results.get(0).stdout().sameAs(results.get(0).stderr())).isFalse();
    }
  }

  @Test
  void aRunMayHaveAnStdinOfItsOwn() throws IOException {
    Path own = Files.writeString(directory.resolve("own"), "of its own");
    String echo = "import sys; print(sys.stdin.read())";
    List<PythonRun> planned =
        List.of(code(echo), of(code(echo).spec().toBuilder().stdin(Optional.of(own))));
    InputStream common = new ByteArrayInputStream("for all".getBytes(StandardCharsets.UTF_8));
    try (ProgramRuns runs = ProgramRuns.reading(common, 1)) {
      List<RunResult> results = runs.run(planned, this::sink, RunWatcher.NONE);
      assertThat(text(results.get(0).stdout())).isEqualTo("for all\n");
      assertThat(text(results.get(1).stdout())).isEqualTo("of its own\n");
    }
  }

  @Test
  void aRunThatFailsSaysSoAndTheOthersStand() throws IOException {
    PythonRun broken = new PythonRun(missing(), code("print(1)").spec());
    List<PythonRun> planned =
        List.of(
            broken,
            code("import os; os.kill(os.getpid(), 11)"),
            code("while True: pass", Optional.of(Duration.ofSeconds(1))),
            code("raise SystemExit(3)"),
            code("print('stands')"));
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      List<RunResult> results = runs.run(planned, this::sink, RunWatcher.NONE);
      assertThat(results.get(0).failure().orElseThrow())
          .contains("cannot start " + directory.resolve("python9"))
          .doesNotContain("\n");
      assertThat(results.get(0).launched()).isEmpty();
      assertThat(results.get(1).failure().orElseThrow()).contains("SIGSEGV");
      assertThat(results.get(2).failure().orElseThrow()).contains("its time was up");
      assertThat(results.get(3).failure()).isEmpty();
      assertThat(results.get(3).ending().orElseThrow().status()).hasValue(3);
      assertThat(text(results.get(4).stdout())).isEqualTo("stands\n");
    }
  }

  @Test
  void anInterpreterThatCannotEvenBeginIsQuotedWithItsLastWord() throws IOException {
    PythonRun homeless =
        of(
            code("print(1)").spec().toBuilder()
                .environment(Map.of("PYTHONHOME", Optional.of(directory.toString()))));
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      RunResult result = runs.run(List.of(homeless), this::sink, RunWatcher.NONE).get(0);
      assertThat(result.failure().orElseThrow())
          .startsWith("the interpreter ")
          .contains("; it said: ")
          .doesNotContain("\n");
      assertThat(result.stderr().size()).isPositive();
    }
  }

  @Test
  void aSinkThatCannotBeMadeIsAFailureOfItsRunAlone() throws IOException {
    RunSinks sinks =
        (index, run) -> {
          if (index == 0) {
            throw new IOException("no room");
          }
          return new Counting();
        };
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      List<RunResult> results =
          runs.run(List.of(code("print(1)"), code("print(2)")), sinks, RunWatcher.NONE);
      assertThat(results.get(0).failure()).hasValue("no room");
      assertThat(text(results.get(1).stdout())).isEqualTo("2\n");
    }
  }

  @Test
  void theWatcherHearsOfEachOnce() throws IOException {
    List<String> news = new ArrayList<>();
    RunWatcher watcher =
        new RunWatcher() {
          @Override
          public void started(int index, PythonRun run) {
            news.add("started " + index);
          }

          @Override
          public void ended(int index, RunResult result) {
            news.add("ended " + index);
          }
        };
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      runs.run(List.of(code("1"), code("2"), code("3")), this::sink, watcher);
      assertThat(news)
          .containsExactlyInAnyOrder(
              "started 0", "started 1", "started 2", "ended 0", "ended 1", "ended 2");
    }
  }

  @Test
  void muchOutputIsInAFileThatIsGoneWhenAllIsClosed() throws IOException {
    PythonRun much = code("for i in range(3000): print(i)");
    CapturedOutput output;
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      output = runs.run(List.of(much), this::sink, RunWatcher.NONE).get(0).stdout();
      assertThat(text(output))
          .isEqualTo(
              IntStream.range(0, 3000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    }
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(output::read);
  }

  @Test
  void aSignalEndsAllAlsoThoseThatStillWait() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    List<PythonRun> planned = new ArrayList<>();
    for (int i = 0; i <= cores; i++) {
      planned.add(code("import time\ntime.sleep(60)"));
    }
    CountDownLatch begun = new CountDownLatch(cores);
    RunWatcher watcher =
        new RunWatcher() {
          @Override
          public void started(int index, PythonRun run) {
            begun.countDown();
          }
        };
    try (ProgramRuns runs = ProgramRuns.reading(InputStream.nullInputStream())) {
      Thread killer =
          new Thread(
              () -> {
                try {
                  begun.await(30, TimeUnit.SECONDS);
                  new ProcessBuilder("kill", "-TERM", "" + ProcessHandle.current().pid())
                      .start()
                      .waitFor();
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      killer.start();
      assertThatThrownBy(() -> runs.run(planned, this::sink, watcher))
          .isInstanceOfSatisfying(
              StoppedException.class, stopped -> assertThat(stopped.status()).isEqualTo(143))
          .hasMessageContaining("SIGTERM");
      killer.join();
      // the handlers are given back, and can be taken again
      assertThat(runs.run(List.of(code("print(4)")), this::sink, RunWatcher.NONE).get(0).failure())
          .isEmpty();
    }
  }

  private synchronized EventSink sink(int index, PythonRun run) {
    while (received.size() <= index) {
      received.add(new Counting());
    }
    return received.get(index);
  }

  private ChosenInterpreter missing() {
    Interpreter real = python.interpreter();
    Interpreter gone =
        new Interpreter(
            directory.resolve("python9"),
            real.version(),
            real.implementation(),
            real.sysExecutable(),
            real.prefix(),
            real.basePrefix(),
            false);
    return new ChosenInterpreter("python9", gone);
  }

  private PythonRun code(String code) {
    return code(code, Optional.empty());
  }

  private PythonRun code(String code, Optional<Duration> timeout) {
    Program program = new Program(Program.Kind.CODE, code, List.of());
    // what -c runs is code without a file
    Recording recording =
        Recording.builder()
            .scopes(Set.of(Scope.USER, Scope.GENERATED))
            .events(EnumSet.of(EventKind.CALL, EventKind.LINE, EventKind.RETURN))
            .build();
    return of(RunSpec.of(program, directory).recording(recording).timed(true).timeout(timeout));
  }

  private static PythonRun of(RunSpec.Builder spec) {
    return new PythonRun(python, spec.build());
  }

  private static String quoted(Path path) {
    return "'" + path + "'";
  }

  private static String text(CapturedOutput output) throws IOException {
    return new String(bytes(output), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(CapturedOutput output) throws IOException {
    try (InputStream in = output.read()) {
      return in.readAllBytes();
    }
  }
}
