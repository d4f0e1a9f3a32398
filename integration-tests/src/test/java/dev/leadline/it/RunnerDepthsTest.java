package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The depth of a program under runners of all kinds, on every interpreter: that of its {@code
 * <module>} in a plain run, which a program that counts its own frames tells, and which the tables
 * of CPython's own source make: a number of frames for each way to load a file.
 */
class RunnerDepthsTest {

  /** Counts the frames of its module and of a function, as anybody can. */
  private static final String PROGRAM =
      """
      import sys

      def depth():
          frame, count = sys._getframe(1), 0
          while frame is not None:
              frame, count = frame.f_back, count + 1
          return count

      def function():
          open(sys.argv[-1] + ".function", "w").write(str(depth()))

      open(sys.argv[-1] + ".module", "w").write(str(depth()))
      function()
      """;

  private static final String AT_MODULE_LEVEL =
      "exec(compile(open(path).read(), path, 'exec'), {'__name__': '__main__'})";

  /**
   * A runner.
   *
   * @param name what the test is called
   * @param code its file; {@code path} is the program in it
   * @param base the depth of the program's {@code <module>}
   */
  record Case(String name, String code, int base) {}

  private static final List<Case> CASES =
      List.of(
          new Case("exec at module level", AT_MODULE_LEVEL, 2),
          new Case("exec in one function", "def run():\n    " + AT_MODULE_LEVEL + "\nrun()", 3),
          new Case(
              "exec in two functions",
              "def inner():\n    " + AT_MODULE_LEVEL + "\ndef run():\n    inner()\nrun()",
              4),
          new Case(
              "a class with a tracer of its own",
              "class Debugger:\n"
                  + "    def trace(self, frame, event, arg):\n"
                  + "        return self.trace\n"
                  + "    def __init__(self):\n"
                  + "        sys.settrace(self.trace)\n"
                  + "        self.run()\n"
                  + "        sys.settrace(None)\n"
                  + "    def run(self):\n"
                  + "        "
                  + AT_MODULE_LEVEL
                  + "\nDebugger()",
              4),
          new Case("a helper that is imported", "import helper\nhelper.run(path)", 3),
          new Case("runpy.run_path", "import runpy\nrunpy.run_path(path)", 5),
          new Case("runpy.run_module", "import runpy\nrunpy.run_module('app')", 4),
          new Case(
              "runpy.run_module in place",
              "import runpy\nrunpy.run_module('app', alter_sys=True)",
              5),
          new Case("an import statement", "import app", 7),
          new Case(
              "importlib.import_module", "import importlib\nimportlib.import_module('app')", 9),
          new Case(
              "exec_module",
              "import importlib.util\n"
                  + "spec = importlib.util.spec_from_file_location('app', path)\n"
                  + "spec.loader.exec_module(importlib.util.module_from_spec(spec))",
              4),
          new Case(
              "a thread",
              "import threading\ndef run():\n    "
                  + AT_MODULE_LEVEL
                  + "\nthread = threading.Thread(target=run)\nthread.start()\nthread.join()",
              5),
          new Case(
              "a coroutine",
              "import asyncio\nasync def run():\n    "
                  + AT_MODULE_LEVEL
                  + "\nloop = asyncio.new_event_loop()\nloop.run_until_complete(run())\nloop.close()",
              7));

  private static final String HELPER = "def run(path):\n    " + AT_MODULE_LEVEL + "\n";

  /** What unittest and pytest both take for tests, with their depths in files. */
  private static final String TESTS =
      """
      import sys, unittest

      def write(name):
          frame, count = sys._getframe(1), 0
          while frame is not None:
              frame, count = frame.f_back, count + 1
          with open("counted." + name, "w") as out:
              out.write(str(count))

      class Tests(unittest.TestCase):
          def test(self):
              write("test")

      def test_plain():
          write("plain")

      write("module")
      """;

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> runners() {
    return CASES.stream()
        .map(
            one ->
                test(one.name(), "import sys\npath = sys.argv[1]\n" + one.code(), v -> one.base()));
  }

  @TestFactory
  Stream<DynamicTest> asyncioRun() {
    String code =
        "import asyncio, sys\npath = sys.argv[1]\nasync def run():\n    "
            + AT_MODULE_LEVEL
            + "\nasyncio.run(run())";
    // 3.11 puts a Runner between; 3.6 has no asyncio.run
    return Stream.of(
        test(
            "asyncio.run",
            code,
            version -> !version.atLeast("3.7") ? -1 : version.atLeast("3.11") ? 9 : 8));
  }

  /** A test has no module below it, but the frames of unittest: 3.8 added one. */
  @TestFactory
  Stream<DynamicTest> testsOfUnittest() {
    return Interpreters.all().stream()
        .map(
            python -> {
              int below = Interpreters.version(python).atLeast("3.8") ? 15 : 14;
              return DynamicTest.dynamicTest(
                  "unittest " + Interpreters.version(python),
                  () -> {
                    Path directory = Files.createTempDirectory(work, "tests");
                    Files.writeString(directory.resolve("app.py"), TESTS);
                    JsonNode one = measure(directory, "-m unittest", python, List.of());
                    assertThat(one.get("cutoff").asInt()).isEqualTo(counted(directory, "module"));
                    assertThat(cutoffOf(one, "unittest")).isEqualTo(below);
                    assertThat(counted(directory, "test")).isEqualTo(below + 1);
                  });
            });
  }

  /** Versions of pytest differ: the test counts by itself. */
  @TestFactory
  Stream<DynamicTest> testsOfPytest() {
    Optional<Path> all = Optional.ofNullable(System.getenv("LEADLINE_PYTEST")).map(Path::of);
    if (all.isEmpty()) {
      String why = "LEADLINE_PYTEST names no directory with pytest; .ci/run fetches it and does";
      return Stream.of(DynamicTest.dynamicTest(why, () -> Assumptions.abort(why)));
    }
    assertThat(pytest(all.get(), Interpreters.newest())).as("pytest in " + all).isPresent();
    return Interpreters.all().stream()
        .filter(python -> pytest(all.get(), python).isPresent())
        .map(
            python ->
                DynamicTest.dynamicTest(
                    "pytest on " + Interpreters.version(python),
                    () -> {
                      Path pytest = pytest(all.get(), python).orElseThrow();
                      Path directory = Files.createTempDirectory(work, "tests");
                      Files.writeString(directory.resolve("app.py"), TESTS);
                      JsonNode one =
                          measure(
                              directory,
                              "-m pytest -q -p no:cacheprovider",
                              python,
                              List.of("--env", "PYTHONPATH=" + pytest));
                      assertThat(one.get("cutoff").asInt()).isEqualTo(counted(directory, "module"));
                      assertThat(cutoffOf(one, "unittest"))
                          .isEqualTo(counted(directory, "test") - 1);
                      assertThat(cutoffOf(one, "pytest"))
                          .isEqualTo(counted(directory, "plain") - 1);
                    }));
  }

  /** The pytest of the newest directory that is not newer than the interpreter. */
  private static Optional<Path> pytest(Path home, Interpreter python) {
    return Stream.of("3.11", "3.10", "3.9", "3.8", "3.7", "3.6")
        .filter(version -> Interpreters.version(python).atLeast(version))
        .map(home::resolve)
        .findFirst()
        .filter(Files::isDirectory);
  }

  private static int counted(Path directory, String what) throws IOException {
    return Integer.parseInt(Files.readString(directory.resolve("counted." + what)));
  }

  private static int cutoffOf(JsonNode python, String kind) {
    for (JsonNode stack : python.get("other_stacks")) {
      if (stack.get("kind").asText().equals(kind)) {
        return stack.get("cutoff").asInt();
      }
    }
    throw new AssertionError("no " + kind + " in " + python.get("other_stacks"));
  }

  @TestFactory
  Stream<DynamicTest> whatGoesWrong() {
    return Stream.of(
        wrong(
            "never.py", "app.py", 125, "no number on ", "the runner ended without running app.py"),
        wrong(
            "fails.py", "app.py", 125, "status 1", "it said: ZeroDivisionError: division by zero"),
        wrong("-m no_such", "app.py", 125, "No module named no_such"),
        wrong("none.py", "app.py", 2, "--runner: there is no file 'none.py'"),
        wrong("never.py", "none.py", 127, "no such program: none.py"));
  }

  private static DynamicTest test(
      String name, String runner, Function<Interpreters.Version, Integer> base) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path directory = Files.createTempDirectory(work, "runner");
          Files.writeString(directory.resolve("runner.py"), runner);
          Files.writeString(directory.resolve("helper.py"), HELPER);
          Files.writeString(directory.resolve("app.py"), PROGRAM);
          Map<String, Integer> expected = new TreeMap<>();
          Interpreters.all().stream()
              .map(Interpreters::version)
              .forEach(version -> expected.put(version.toString(), base.apply(version)));
          Map<String, Integer> measured = measured(directory, "runner.py", "app.py");
          assertThat(measured).isEqualTo(expected);
          checkWithProgram(directory, measured);
        });
  }

  /** In a plain run the program counts the same. */
  private static void checkWithProgram(Path directory, Map<String, Integer> measured)
      throws IOException {
    for (Interpreter python : Interpreters.all()) {
      int base = measured.get(Interpreters.version(python).toString());
      if (base > 0) {
        String executable = python.executable().toString();
        Outcome plain =
            Run.process(directory, List.of(executable, "runner.py", "app.py", "counted"));
        assertThat(plain.err()).isEmpty();
        assertThat(directory.resolve("counted.module")).hasContent("" + base);
        assertThat(directory.resolve("counted.function")).hasContent("" + (base + 1));
      }
    }
  }

  private static DynamicTest wrong(String runner, String program, int status, String... says) {
    return DynamicTest.dynamicTest(
        runner + " " + program,
        () -> {
          Path directory = Files.createTempDirectory(work, "wrong");
          Files.writeString(directory.resolve("app.py"), "print(1)\n");
          Files.writeString(directory.resolve("never.py"), "print(2)\n");
          Files.writeString(directory.resolve("fails.py"), "1 / 0\n");
          Outcome outcome = Run.leadline(directory, List.of("depths", "--runner", runner, program));
          String said = (outcome.outText() + outcome.errText()).replaceAll("\\s+", " ");
          assertThat(outcome.status()).as(said).isEqualTo(status);
          assertThat(said).contains(says).doesNotContain("Exception:");
        });
  }

  /** The cutoff on each interpreter; -1 if there is no number. */
  static Map<String, Integer> measured(Path directory, String runner, String program)
      throws IOException {
    Map<String, Integer> measured = new TreeMap<>();
    for (JsonNode python : pythons(directory, runner, program)) {
      String[] version = python.get("version").asText().split("\\.");
      measured.put(version[0] + "." + version[1], python.get("cutoff").asInt(-1));
    }
    return measured;
  }

  static JsonNode pythons(Path directory, String runner, String program) throws IOException {
    List<String> args = new ArrayList<>(List.of("depths", "--format", "json", "--timeout", "120"));
    Interpreters.all()
        .forEach(python -> args.addAll(List.of("--python", python.executable().toString())));
    args.addAll(List.of("--runner", runner, program, directory.resolve("run").toString()));
    Outcome outcome = Run.leadline(directory, args);
    assertThat(outcome.err()).isEmpty();
    return new ObjectMapper().readTree(outcome.outText()).get("pythons");
  }

  private static JsonNode measure(
      Path directory, String runner, Interpreter python, List<String> options) throws IOException {
    List<String> args = new ArrayList<>(List.of("depths", "--format", "json", "--timeout", "120"));
    args.addAll(options);
    args.addAll(List.of("--python", python.executable().toString(), "--runner", runner, "app.py"));
    Outcome outcome = Run.leadline(directory, args);
    assertThat(outcome.err()).isEmpty();
    return new ObjectMapper().readTree(outcome.outText()).get("pythons").get(0);
  }
}
