package dev.leadline.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.EventSink;
import dev.leadline.event.TraceEvent;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.TestPython;
import dev.leadline.launch.LaunchException.EndedEarlyException;
import dev.leadline.run.Program;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.StreamListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static ChosenInterpreter python;

  @TempDir Path directory;

  private final Recorder recorder = new Recorder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private InputStream in = InputStream.nullInputStream();
  private OutputStream stdout = out;
  private List<String> options = List.of();
  private Map<String, Optional<String>> environment = Map.of();
  private Optional<Duration> timeout = Optional.empty();

  @BeforeAll
  static void choosePython() throws NoInterpreterException {
    python = TestPython.choose();
  }

  private Launch launch(ChosenInterpreter interpreter, Program program) {
    RunSpec spec =
        RunSpec.of(program, directory)
            .pythonOptions(options)
            .recording(LaunchFixture.recording())
            .timed(true)
            .environment(environment)
            .timeout(timeout)
            .build();
    return new Launch(new PythonRun(interpreter, spec), ProgramStdio.piped(in, stdout, err));
  }

  private Launched run(String code, String... arguments) throws IOException {
    return run(code, recorder, arguments);
  }

  /** A run that is stopped when its time is up, after the program has printed something. */
  private Launched runUntilTimeIsUp(String code) throws IOException {
    return LaunchFixture.withTimeEnough(
        limit -> {
          timeout = Optional.of(limit);
          return Optional.of(run(code)).filter(launched -> out.size() > 0);
        });
  }

  private Launched run(String code, EventSink sink, String... arguments) throws IOException {
    Program program = new Program(Program.Kind.CODE, code, List.of(arguments));
    return new Launcher().run(launch(python, program), sink, StreamListener.NONE);
  }

  @Test
  void aProgramRunsWithItsOwnStreamsAndItsEventsArrive() throws IOException {
    in = new ByteArrayInputStream("from stdin".getBytes(UTF_8));

    Launched launched =
        run(
            "import sys\ndef f():\n  return sys.stdin.read()\n"
                + "print(f(), sys.argv[1:])\nprint('oops', file=sys.stderr)\nsys.exit(3)",
            "a b",
            "привет");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("from stdin ['a b', 'привет']");
    assertThat(err.toString(UTF_8).strip()).isEqualTo("oops");
    assertThat(launched.exit().status()).isEqualTo(3);
    assertThat(launched.ending().outcome()).isEqualTo(Outcome.EXITED);
    assertThat(recorder.endings).containsExactly(launched.ending());
    assertThat(recorder.header.programKind()).isEqualTo("code");
    assertThat(recorder.events).contains("call f", "line f", "return f");
  }

  @Test
  void moreOutputThanAPipeHoldsArrivesByteForByte() throws IOException {
    run("import os\nfor i in range(300): os.write(1, bytes(range(256)) * 8)");

    byte[] expected = new byte[300 * 8 * 256];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) i;
    }
    assertThat(out.toByteArray()).isEqualTo(expected);
  }

  /** Runs it and returns where its FIFO was. */
  private Path fifoOf(String code) throws IOException {
    List<Path> fifos = new ArrayList<>();
    StreamListener listener =
        new StreamListener() {
          @Override
          public void channels(Channels channels) {
            channels.stdoutFifo().map(Path::of).ifPresent(fifos::add);
          }
        };
    Program program = new Program(Program.Kind.CODE, code, List.of());
    new Launcher().run(launch(python, program), recorder, listener);
    assertThat(fifos).hasSize(1);
    return fifos.get(0);
  }

  private static long entries(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.count();
    }
  }

  @Test
  void aRunRemovesItsDirectory() throws IOException {
    Path first = fifoOf("print('first')");
    Path all = first.getParent().getParent();
    long before = entries(all);

    Path second = fifoOf("print('second')");

    assertThat(first.getParent()).doesNotExist();
    assertThat(second.getParent()).isNotEqualTo(first.getParent()).doesNotExist();
    assertThat(entries(all)).isEqualTo(before);
    assertThat(out.toString(UTF_8)).isEqualTo("first\nsecond\n");
  }

  @Test
  void aProcessThatIsLeftBehindDoesNotWriteIntoALaterRunsOutput() throws IOException {
    Path first =
        fifoOf("import os, time\nif os.fork() == 0:\n  time.sleep(3)\n  os.write(1, b'late')");
    assertThat(first.getParent()).doesNotExist();

    fifoOf("import time\ntime.sleep(3)\nprint('second')");

    assertThat(out.toString(UTF_8)).isEqualTo("second\n");
  }

  @Test
  void theStoreHearsEveryLineOfTheStream() throws IOException {
    List<String> lines = new ArrayList<>();
    StreamListener store =
        new StreamListener() {
          @Override
          public void line(byte[] buffer, int from, int to) {
            lines.add(new String(buffer, from, to - from, UTF_8));
          }
        };
    Program program = new Program(Program.Kind.CODE, "pass", List.of());

    new Launcher().run(launch(python, program), recorder, store);

    assertThat(lines.get(0)).startsWith("{\"record\":\"header\"");
    assertThat(lines.get(lines.size() - 1)).startsWith("{\"record\":\"end\"");
  }

  @Test
  void aSinkThatFailsDoesNotStopTheProgram() {
    EventSink failing =
        new EventSink() {
          @Override
          public void header(dev.leadline.event.Header header) {}

          @Override
          public void event(TraceEvent event) throws IOException {
            throw new IOException("the disk is full");
          }

          @Override
          public void end(dev.leadline.event.Ending ending) {}
        };

    assertThatIOException()
        .isThrownBy(() -> run("def f(): pass\nfor i in range(100000): f()\nprint('done')", failing))
        .withMessageContaining("the disk is full");
    assertThat(out.toString(UTF_8).strip()).isEqualTo("done");
  }

  @Test
  void aSinkThatBreaksDoesNotStopTheProgramEither() {
    EventSink broken =
        new EventSink() {
          @Override
          public void header(dev.leadline.event.Header header) {}

          @Override
          public void event(TraceEvent event) {
            throw new IllegalStateException("a fault");
          }

          @Override
          public void end(dev.leadline.event.Ending ending) {}
        };

    assertThatIOException()
        .isThrownBy(() -> run("def f(): pass\nfor i in range(100000): f()\nprint('done')", broken))
        .withMessageContaining("a fault");
    assertThat(out.toString(UTF_8).strip()).isEqualTo("done");
  }

  @Test
  void aReaderThatHasSeenEnoughIsFeltByTheProgram() throws IOException {
    stdout =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    Launched launched =
        run(
            "import os, sys\ntry:\n  while True: os.write(1, b'x' * 4096)\n"
                + "except BrokenPipeError:\n  os._exit(5)");

    assertThat(launched.exit().status()).isEqualTo(5);
  }

  @Test
  void aSignalIsAnOutcome() throws IOException {
    Launched launched = run("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)");

    assertThat(launched.exit().status()).isEqualTo(128 + 9);
    assertThat(launched.ending().outcome()).isEqualTo(Outcome.DIED);
    assertThat(launched.ending().detail()).contains("signal 9");
  }

  @Test
  void aTimeoutStopsAllThatTheProgramStarted() throws IOException {
    Launched launched =
        runUntilTimeIsUp(
            "import subprocess, sys, time\n"
                + "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
                + "print(p.pid, flush=True)\ntime.sleep(600)");

    assertThat(launched.ending().outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(launched.exit().timedOut()).isTrue();
    long child = Long.parseLong(out.toString(UTF_8).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void aTimeoutStopsAnOrphanedForkToo() throws IOException {
    runUntilTimeIsUp(
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            child = os.fork()
            if child == 0:
                while True: time.sleep(600)
            print(child, flush=True)
            os._exit(0)
        os.wait()
        time.sleep(600)
        """);

    long orphan = Long.parseLong(out.toString(UTF_8).strip());
    ProcessHandle.of(orphan).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void aProcessThatIsLeftBehindDoesNotKeepTheRunWaiting() throws IOException {
    Launched launched =
        run(
            "import os, time\npid = os.fork()\n"
                + "if pid == 0:\n  time.sleep(600)\n  os._exit(0)\nprint(pid)");

    assertThat(launched.ending().outcome()).isEqualTo(Outcome.COMPLETED);
    long child = Long.parseLong(out.toString(UTF_8).strip());
    assertThat(ProcessHandle.of(child).orElseThrow().destroyForcibly()).isTrue();
  }

  @Test
  void theEnvironmentIsOursWithTheChangesAskedFor() throws IOException {
    environment = Map.of("LEADLINE_TEST", Optional.of("ж"), "HOME", Optional.empty());

    run(
        "import os\nprint(ascii(os.environ['LEADLINE_TEST']), 'HOME' in os.environ, len(os.environ) > 2)");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("'\\u0436' False True");
  }

  @Test
  void optionsOfTheInterpreterComeBeforeTheAgent() throws IOException {
    options = List.of("-O", "-X", "utf8");

    run("import sys\nprint(sys.flags.optimize, sys._xoptions)");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("1 {'utf8': True}");
  }

  @Test
  void whatTheInterpreterPrintsBeforeTheHeaderIsStdout() throws IOException {
    siteCustomize("import os\nos.write(1, b'early ')\n");

    run("print('late')");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("early late");
  }

  @Test
  void anInterpreterThatEndsBeforeTheProgramIsNoOutcome() {
    options = List.of("--no-such-option");

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> run("pass"))
        .withMessage("the interpreter ended with status 2, before the program could start");
    assertThat(err.toString(UTF_8)).containsIgnoringCase("unknown option");
  }

  @Test
  void anInterpreterThatIsKilledWhileItStartsEndsAsAPlainRunWould() throws IOException {
    siteCustomize("import os\nos.kill(os.getpid(), 15)\n");

    assertThatExceptionOfType(EndedEarlyException.class)
        .isThrownBy(() -> run("pass"))
        .withMessage(
            "the interpreter was killed by signal 15 (SIGTERM), before the program could start")
        .satisfies(early -> assertThat(early.exit().status()).isEqualTo(143));
  }

  @Test
  void anInterpreterWhoseTimeIsUpWhileItStartsHasTimedOut() throws IOException {
    siteCustomize("import time\ntime.sleep(600)\n");
    timeout = Optional.of(Duration.ofSeconds(1));

    assertThatExceptionOfType(EndedEarlyException.class)
        .isThrownBy(() -> run("pass"))
        .withMessageContaining("its time was up, before the program could start")
        .satisfies(early -> assertThat(early.exit().timedOut()).isTrue());
  }

  private void siteCustomize(String code) throws IOException {
    Files.writeString(directory.resolve("sitecustomize.py"), code);
    environment = Map.of("PYTHONPATH", Optional.of(directory.toString()));
  }

  @Test
  void anInterpreterThatIsGoneByNowIsNamed() {
    Interpreter known = python.interpreter();
    Path gone = directory.resolve("python3");
    Interpreter removed =
        new Interpreter(
            gone,
            known.version(),
            known.implementation(),
            known.sysExecutable(),
            known.prefix(),
            known.basePrefix(),
            known.freeThreaded());
    Program program = new Program(Program.Kind.CODE, "pass", List.of());

    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(
            () ->
                new Launcher()
                    .run(
                        launch(new ChosenInterpreter("python3", removed), program),
                        recorder,
                        StreamListener.NONE))
        .withMessageStartingWith("cannot start " + gone + ": ");
  }
}
