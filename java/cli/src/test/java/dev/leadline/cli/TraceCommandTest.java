package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.output.Streams;
import dev.leadline.interpreter.TestPython;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs real programs with the default interpreter. */
class TraceCommandTest {

  @TempDir Path temporary;

  private Path directory;

  @BeforeEach
  void aProgram() throws IOException {
    directory = temporary.toRealPath();
    Files.writeString(
        directory.resolve("app.py"),
        "import sys\n"
            + "def work(n):\n"
            + "    return n * 2\n"
            + "print(sys.argv[1:], work(4), sys.stdin.read())\n"
            + "sys.exit(7)\n");
  }

  private CommandRun trace(String... args) {
    return CommandRun.in(directory, command(args));
  }

  private static String[] command(String... args) {
    String[] command = new String[args.length + 1];
    command[0] = "trace";
    System.arraycopy(args, 0, command, 1, args.length);
    return command;
  }

  @Test
  void theProgramKeepsItsStreamsAndItsStatusAndTheTreeIsOnStderr() {
    CommandRun run = CommandRun.with(directory, Map.of(), "typed", command("app.py"));

    assertThat(run.out.strip()).isEqualTo("[] 8 typed");
    assertThat(run.status).isEqualTo(7);
    assertThat(run.err).contains("work", "app:2", "exited, status 7");
  }

  @Test
  void everythingBehindTheProgramBelongsToIt() {
    CommandRun run =
        trace("--quiet", "-o", "t", "app.py", "--cutoff", "x", "-m", "--help", "--", "@file", "-o");

    assertThat(run.out).startsWith("['--cutoff', 'x', '-m', '--help', '--', '@file', '-o'] 8");
    assertThat(run.err).isEmpty();
  }

  @Test
  void everythingBehindAModuleOrCodeBelongsToIt() throws IOException {
    Files.writeString(directory.resolve("mod.py"), "import sys; print('mod', sys.argv[1:])\n");

    assertThat(trace("--quiet", "-o", "t", "-m", "mod", "--help", "-c").out.strip())
        .isEqualTo("mod ['--help', '-c']");
    assertThat(
            trace("--quiet", "-o", "t", "-c", "import sys; print(sys.argv)", "-m", "--", "x")
                .out
                .strip())
        .isEqualTo("['-c', '-m', '--', 'x']");
  }

  @Test
  void twoDashesEndOurOptions() {
    assertThat(trace("--quiet", "-o", "t", "--", "app.py", "--", "a").out)
        .startsWith("['--', 'a']");
  }

  @Test
  void aProgramOnStdinIsRun() {
    CommandRun run =
        CommandRun.with(
            directory,
            Map.of(),
            "import sys\nprint('piped', sys.argv)\n",
            command("--quiet", "-o", "t", "-", "a"));

    assertThat(run.out.strip()).isEqualTo("piped ['-', 'a']");
  }

  @Test
  void directoriesAndOtherWorkingDirectoriesAreTaken() throws IOException {
    Path packaged = Files.createDirectories(directory.resolve("sub/tool"));
    Files.writeString(packaged.resolve("__main__.py"), "import os; print(os.getcwd())\n");

    CommandRun run = trace("--quiet", "-o", "t", "--cwd", "sub", "tool");

    assertThat(run.out.strip()).isEqualTo(directory.resolve("sub").toString());
    assertThat(directory.resolve("t")).as("our own files are relative to us").exists();
  }

  @Test
  void aProgramThatIsNotThereIsNotFound() throws IOException {
    Files.createDirectories(directory.resolve("empty"));

    CommandRun script = trace("gone.py");
    assertThat(script.status).isEqualTo(127);
    assertThat(script.err).isEqualTo("leadline: no such program: gone.py (in " + directory + ")\n");

    CommandRun module = trace("-o", "t", "-m", "no_such_module");
    assertThat(module.status).isEqualTo(127);
    assertThat(module.err).isEqualTo("leadline: no such program: No module named no_such_module\n");

    CommandRun noMain = trace("-o", "t", "empty");
    assertThat(noMain.status).isEqualTo(127);
    assertThat(noMain.err).contains("no such program: can't find '__main__' module in ");
  }

  @Test
  void whereTheProgramIsNotFoundAnOldTraceIsLeftAlone() throws IOException {
    Files.writeString(directory.resolve("t"), "old");

    assertThat(trace("-o", "t", "gone.py").status).isEqualTo(127);
    assertThat(trace("-o", "t", "--python", "/no/such/python", "app.py").status).isEqualTo(125);

    assertThat(directory.resolve("t")).hasContent("old");
  }

  @Test
  void interpretersThatCannotBeUsedAreNamedWithTheReason() throws IOException {
    Path plain = Files.writeString(directory.resolve("plain"), "");

    assertThat(trace("--python", plain.toString(), "app.py").err)
        .isEqualTo("leadline: cannot use " + plain + ": it is not executable\n");
    assertThat(trace("--python", "./gone", "app.py").err).contains("there is no such file");
    assertThat(trace("--python", "cobra", "app.py").err)
        .isEqualTo("leadline: there is no command cobra on PATH\n");
    CommandRun version = trace("--python", "3.1", "app.py");
    assertThat(version.status).isEqualTo(125);
    assertThat(version.err).contains("Python 3.1 is not installed; found are 3.");
  }

  @Test
  void aFileGetsTheTraceAndStderrOneLineAboutIt() throws IOException {
    CommandRun run = trace("-o", "run.ndjson", "app.py");

    assertThat(run.status).isEqualTo(7);
    assertThat(run.err)
        .isEqualTo(
            "leadline: 3 events in "
                + directory.resolve("run.ndjson")
                + "; the program exited with status 7\n");
    List<String> lines = Files.readAllLines(directory.resolve("run.ndjson"));
    assertThat(lines.get(0)).startsWith("{\"record\":\"header\",\"protocol\":1,");
    assertThat(lines.get(lines.size() - 1)).startsWith("{\"record\":\"exit\",\"status\":7,");
  }

  @Test
  void aNameInGzIsCompressedAlsoForReports() throws IOException {
    trace("--quiet", "-o", "run.ndjson.gz", "app.py");
    trace("--quiet", "--format", "ndjson", "-o", "flat.gz", "app.py");

    assertThat(decompressed("run.ndjson.gz")).startsWith("{\"record\":\"header\"");
    assertThat(decompressed("flat.gz")).startsWith("{\"seq\":0,\"event\":\"call\"").endsWith("}\n");
  }

  private String decompressed(String name) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(name)))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static final String MANY_CALLS =
      """
      def f(): pass
      for i in range(5000): f()
      open('ended', 'w').close()
      raise SystemExit(3)
      """;

  @Test
  void aShimStartsItsInterpreter() throws Exception {
    String python = TestPython.choose().interpreter().sysExecutable();
    Path shims = Files.createDirectory(directory.resolve("shims"));
    Path shim =
        Files.writeString(shims.resolve("python3"), "#!/bin/sh\nexec " + python + " \"$@\"");
    assertThat(shim.toFile().setExecutable(true)).isTrue();
    String path = shims + File.pathSeparator + System.getenv("PATH");
    String code = "import sys\nf = lambda: sys.exit(3)\nprint(sys.executable, flush=True)\nf()";

    CommandRun run =
        CommandRun.with(
            directory, Map.of("PATH", path), "", "trace", "--format", "lines", "-c", code);

    assertThat(run.status).isEqualTo(3);
    assertThat(run.out).isEqualTo(python + "\n");
    assertThat(run.err).contains("exited, status 3");
  }

  @Test
  void aReportWhoseReaderClosesItIsNoErrorOfTheProgram() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Streams streams =
        Streams.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            closed,
            TestPython.environment(),
            directory);

    int status = Main.run(command("--format", "lines", "-c", MANY_CALLS), streams);

    assertThat(status).isEqualTo(3);
    assertThat(directory.resolve("ended")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "ndjson", "trace"})
  void aPipeMayBeClosedByItsReader(String format) throws Exception {
    String pipe = directory.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    Process reader =
        new ProcessBuilder("head", "-c", "1", pipe)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();

    CommandRun run;
    try {
      run = trace("--format", format, "-o", "pipe", "-c", MANY_CALLS);
    } finally {
      reader.destroy(); // it has ended, unless nothing was written
    }

    assertThat(run.status).isEqualTo(3);
    assertThat(run.err)
        .isEqualTo(
            "leadline: the reader of "
                + pipe
                + " closed it, and the program ran on; the program exited with status 3\n");
    assertThat(directory.resolve("ended")).exists();
  }

  @Test
  void aFileWithoutAKnownExtensionIsSaidToBeAStoredTrace() {
    assertThat(trace("-o", "t.unknown", "app.py").err)
        .containsPattern("events in .*/t.unknown, a stored trace; the program exited");
    assertThat(trace("-o", "t.ndjson.gz", "app.py").err).doesNotContain("a stored trace");
  }

  @Test
  void optionsThatDoNothingForAFormatAreNamed() {
    assertThat(trace("--top", "3", "--format", "lines", "app.py").err)
        .startsWith("leadline: --top has no effect on --format lines\n");
    assertThat(trace("--no-fold", "-o", "t.ndjson", "app.py").err)
        .startsWith("leadline: --no-fold has no effect on --format trace\n");
  }

  @Test
  void linesAreShownWithTheirSource() {
    CommandRun run = trace("--format", "lines", "--no-time", "app.py");

    assertThat(run.err).contains("call      app.py:2 work  def work(n):");
  }

  @Test
  void filtersReachTheAgent() {
    CommandRun run = trace("--format", "lines", "--module-level", "--levels", "0", "app.py");

    assertThat(run.err).contains("app.py:4 <module>").doesNotContain("work  def work");
  }

  @Test
  void whatAReportIsMadeOfIsRecordedInAnyCase() {
    assertThat(trace("--events", "line", "app.py").err)
        .containsPattern("events: \\d calls?, \\d lines?, ");
    assertThat(trace("--events", "line", "--format", "lines", "app.py").err).doesNotContain("call");
  }

  @Test
  void whereNothingWasKeptItSaysWhy() {
    CommandRun run = trace("-o", "t", "-c", "x = 1");

    assertThat(run.status).isZero();
    assertThat(run.err).contains("leadline: ").contains("; try --").contains("0 events in");
  }

  @Test
  void aProgramThatRunsTooLongIsStopped() {
    CommandRun run = trace("-o", "t", "--timeout", "700ms", "-c", "import time; time.sleep(600)");

    assertThat(run.status).isEqualTo(124);
    assertThat(run.err)
        .contains("the program was stopped when its time was up")
        .doesNotContainPattern("\\b143\\b");
  }

  @Test
  void afterTheLastEventTheProgramRunsOn() {
    CommandRun run =
        trace(
            "-o",
            "t",
            "--max-events",
            "5",
            "-c",
            "def f(): pass\nfor i in range(9): f()\nprint(i)");

    assertThat(run.out.strip()).isEqualTo("8");
    assertThat(run.err).contains("recording stopped after 5 events; the program ran on");
  }

  @Test
  void anOutputThatCannotBeWrittenStopsUsBeforeTheProgram() {
    String target = "x".repeat(300); // longer than any file system takes

    CommandRun run = trace("-o", target, "app.py");

    assertThat(run.status).isEqualTo(125);
    assertThat(run.out).isEmpty();
    assertThat(run.err).startsWith("leadline: cannot write ").contains(target);
    assertThat(run.err.lines()).hasSize(1);
  }

  @Test
  void environmentAndInterpreterOptionsArePassedOn() {
    CommandRun run =
        trace(
            "--quiet",
            "-o",
            "t",
            "--env",
            "A=1=2",
            "--env",
            "B=",
            "--python-option=-O",
            "--python-option",
            "-W error",
            "-c",
            "import os, sys; print(os.environ['A'], repr(os.environ['B']), sys.flags.optimize, sys.warnoptions)");

    assertThat(run.out.strip()).isEqualTo("1=2 '' 1 ['error']");
  }

  @Test
  void verboseNamesTheInterpreterAndTheDepth() {
    CommandRun run = trace("--verbose", "-o", "t", "app.py");

    assertThat(run.err)
        .contains("leadline: CPython 3.", "leadline: the program's <module> is at depth 3");
  }

  @Test
  void theRecorderInCIsNotUsedWhereTheInterpreterIsOfAnotherBuild() throws IOException {
    Files.writeString(directory.resolve("sitecustomize.py"), "import sys; sys.abiflags = 't'\n");
    String path = "PYTHONPATH=" + directory;

    CommandRun auto =
        trace("--verbose", "--engine", "auto", "--env", path, "--format", "summary", "app.py");
    CommandRun required = trace("--engine", "native", "--env", path, "-o", "t.ndjson", "app.py");

    String reason = "the recorder in C cannot be used: this Python is a free-threaded build";
    assertThat(auto.err).contains("leadline: recorded in Python; " + reason + "\n");
    assertThat(auto.status).isEqualTo(7);
    assertThat(required.err).isEqualTo("leadline: " + reason + "\n");
    assertThat(required.out).isEmpty();
    assertThat(required.status).isEqualTo(125);
  }

  @Test
  void aSlowClockIsNamed() throws IOException {
    Files.writeString(
        directory.resolve("sitecustomize.py"),
        "import time\n"
            + "real = time.monotonic\n"
            + "time.monotonic = lambda: (sum(range(9000)), real())[1]\n");
    String path = "PYTHONPATH=" + directory;

    assertThat(trace("--env", path, "app.py").err)
        .containsPattern(
            "leadline: a reading of the clock takes \\d{3,} ns on this machine, and each call and"
                + " return has one; --no-time does without\n");
    assertThat(trace("--env", path, "--no-time", "app.py").err).doesNotContain("clock");
  }
}
