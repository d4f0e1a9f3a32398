package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code leadline depths}, as its user meets it. */
class DepthsCommandTest {

  private static final String PROGRAM =
      """
      import sys, threading

      def work():
          return 1

      work()
      thread = threading.Thread(target=work)
      thread.start()
      thread.join()
      print("said", sys.stdin.read())
      """;

  private static final String RUNNER =
      """
      import sys

      def outer(path):
          inner(path)

      def inner(path):
          exec(compile(open(path).read(), path, "exec"), {"__name__": "__main__"})

      outer(sys.argv[1])
      """;

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("app.py"), PROGRAM);
    Files.writeString(directory.resolve("my-app.py"), PROGRAM);
    Files.writeString(directory.resolve("my_debugger.py"), RUNNER);
  }

  @Test
  void theNumberComesFirstAndWhatEachCutKeeps() {
    CommandRun run = CommandRun.in(directory, "depths", "app.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out).startsWith("cutoff 3 on CPython 3.").doesNotContain("said");
    assertThat(run.out)
        .containsPattern("\n    1  runner +<module>  Leadline's agent\n")
        .containsPattern("\n    3  program +1 +\\d+  <module>  <- the cutoff  app\n")
        .containsPattern("\n    4  program +1 +3  work\n")
        .containsPattern("\nfile app.py +\\d+ +\\d+ +0\n")
        .containsPattern("\ndepth > 3  \\(measured\\) +6 +0 +0\n")
        .containsPattern("\ndepth > 4 +0 +0 +6  2 calls: work\n")
        .containsPattern("\nauto: each stack's own +6 +0 +0\n")
        .containsPattern("\nthread +3 +1 +3  work  app:3\n");
    assertThat(run.out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
  }

  @Test
  void aRunnerOfTheUsersOwn() {
    CommandRun run = CommandRun.in(directory, "depths", "--runner", "my_debugger.py", "app.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out)
        .startsWith("write 4 in my_debugger.py on CPython 3.")
        .contains("one number is not enough: 4 loses 1 call on stacks of their own (thread: 3)")
        .containsPattern("\n    2  runner +outer  my_debugger.py\n")
        .containsPattern("\n    4  program +1  <module>  <- the cutoff  app\n");
  }

  @Test
  void twoInterpretersAreAMatrixAndOneSectionWhereTheyAreAlike() {
    CommandRun run =
        CommandRun.in(directory, "depths", "--python", "python3", "--python", "python3", "app.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out).containsPattern("\nCPython +cutoff +calls +events +thread\n");
    assertThat(run.out).containsOnlyOnce("what is kept").contains("PYTHONHASHSEED=0");
    CommandRun own =
        CommandRun.with(
            directory,
            Map.of("PYTHONHASHSEED", "7"),
            "",
            "depths",
            "--python",
            "python3",
            "--python",
            "python3",
            "app.py");
    assertThat(own.out).doesNotContain("PYTHONHASHSEED");
  }

  @Test
  void aFileHasTheFormatOfItsExtension() throws IOException {
    CommandRun run = CommandRun.in(directory, "depths", "-o", "out/depths.html", "app.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out + run.err).isEmpty();
    assertThat(Files.readString(directory.resolve("out/depths.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("<td>3<td>");
    assertThat(CommandRun.in(directory, "depths", "-o", "out", "app.py").err)
        .contains("out is a directory");
  }

  @Test
  void jsonHasAllOfIt() {
    CommandRun run = CommandRun.in(directory, "depths", "--format", "json", "app.py", "arg");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out.lines()).hasSize(1);
    assertThat(run.out)
        .startsWith("{\"format\":\"leadline-depths\",\"version\":1,\"program\":\"app.py arg\",")
        .contains("\"hash_seed\":\"0\"", "\"cutoff\":3", "\"kind\":\"thread\"")
        .contains("{\"by\":\"measured\",\"cutoff\":3,\"kept\":6,\"module_level\":0,\"lost\":0,")
        .contains("\"whose\":\"runner\"");
  }

  @Test
  void whatIsSaidOfADyingProgramIsStillMeasured() throws IOException {
    Files.writeString(directory.resolve("dies.py"), "import os\nos.abort()\n");
    CommandRun run = CommandRun.in(directory, "depths", "dies.py");

    assertThat(run.out).startsWith("cutoff 3 ").contains("but on 3.", "aborted");
  }

  @Test
  void aServerWhoseTimeIsUpIsMeasured() throws IOException {
    Files.writeString(
        directory.resolve("serves.py"), "import threading\nthreading.Event().wait()\n");
    CommandRun run =
        CommandRun.in(
            directory, "depths", "--timeout", "3", "--runner", "my_debugger.py {}", "serves.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out)
        .startsWith("write 4 in my_debugger.py on CPython 3.")
        .contains("timed out")
        .doesNotContain("but on");
  }

  @Test
  void aFileMayHaveBlanksAndBracesInItsName() throws IOException {
    Files.writeString(directory.resolve("my {own}.py"), RUNNER);
    CommandRun run = CommandRun.in(directory, "depths", "--runner", "my {own}.py", "app.py");

    assertThat(run.status).as(run.err).isZero();
    assertThat(run.out).startsWith("write 4 in my {own}.py on CPython 3.");
  }

  @Test
  void namesDoNoHarmToATerminal() throws IOException {
    Files.writeString(
        directory.resolve("evil\u001b[31m.py"), "def f(): pass\nf()\nopen('\\x1b').close()\n");
    CommandRun run = CommandRun.in(directory, "depths", "evil\u001b[31m.py");

    assertThat(run.out).contains("\\x1b[31m").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cwd /no/where app.py | 2 | --cwd: there is no directory",
        "--all-pythons --python 3.8 app.py | 2 | --all-pythons takes all",
        "--max-processes 3 app.py | 2 | --max-processes goes with --follow",
        "--root none app.py | 2 | --root: there is no directory",
        "--runner none.py app.py | 2 | there is no file 'none.py'",
        "--runner my_debugger.py -c 1 | 2 | --runner takes a script",
        "--runner | 2 | --runner needs a FILE",
        "--runner my_debugger.py{modul} app.py | 2 | --runner: there is no placeholder {modul};",
        "--runner my_debugger.py{ app.py | 2 | --runner: there is no placeholder {;",
        "--runner {module} my-app.py | 2 | no import can name my-app.py: 'my-app' is no identifier",
        "--runner {} app.py 1 | 2 | --runner: no {args} says where the arguments of app.py belong",
        "--runner ls{{ app.py | 2 | --runner: there is no file 'ls{'",
        "--runner ls app.py | 2 | ls is no Python script",
        "--python-option=-I --runner my_debugger.py app.py | 125 | with the interpreter's option -I",
        "none.py | 127 | no such program: none.py"
      })
  void wrongCommandLines(String args, int status, String says) {
    CommandRun run = CommandRun.in(directory, ("depths " + args).split(" "));

    assertThat(run.status).isEqualTo(status);
    assertThat((run.err + run.out).replaceAll("\\s+", " ")).contains(says);
  }
}
