package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traces of real programs that hold their source, and reports of them when the files are others.
 */
class StoredSourceTest {

  private static final String PROGRAM =
      "import helper\n\ndef work(n):\n    if n:\n        return helper.twice(n)\n    return 0\n\nwork(1)\n";

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void aProgram() throws IOException {
    directory = temporary.toRealPath();
    Files.writeString(directory.resolve("app.py"), PROGRAM);
    Files.writeString(
        directory.resolve("helper.py"), "def twice(n):\n    return n * 2  # \u0434\n");
  }

  private CommandRun run(String command) {
    return CommandRun.in(directory, command.split(" "));
  }

  private List<String> records(String file, String kind) throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve(file))) {
      return lines.filter(line -> line.startsWith("{\"record\":\"" + kind + "\"")).toList();
    }
  }

  private void replace(String text) throws IOException {
    Files.writeString(directory.resolve("app.py"), text);
  }

  @Test
  void aTraceHoldsTheFilesOfTheUserThatRan() throws IOException {
    Files.writeString(directory.resolve("idle.py"), "def never(): pass\n");

    run("trace -o t --scope all app.py");

    assertThat(records("t", "source"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("/app.py\",\"text\":\"import helper\\n"))
        .anySatisfy(line -> assertThat(line).contains("/helper.py", "n * 2  # \\u0434\\n"));
    assertThat(records("t", "executable")).isEmpty();
  }

  @Test
  void reportsShowTheSourceThatRan() throws IOException {
    run("trace -o t app.py");
    replace("# another\n".repeat(9));
    Files.delete(directory.resolve("helper.py"));

    assertThat(run("report --format lines t").out)
        .contains("if n:", "return n * 2  # \u0434")
        .doesNotContain("another");
  }

  @Test
  void coverageIsThatOfTheSourceThatRan() throws IOException {
    run("trace --module-level -o t app.py");
    String before = run("report --format lcov t").out;
    replace("x = 1\n" + PROGRAM);

    assertThat(records("t", "executable")).hasSize(2);
    assertThat(before).contains("DA:5,1\n", "DA:6,0\n", "BRDA:4,0,1,0\n", "FNDA:1,work\n");
    assertThat(run("report --format lcov t").out).isEqualTo(before);
  }

  @Test
  void bothSidesOfADifferenceHaveTheirOwnSource() throws IOException {
    run("trace -o one app.py");
    replace(PROGRAM.replace("work(1)", "work(0)").replace("return 0", "return 0  # none"));
    run("trace -o other app.py");
    replace("");

    assertThat(run("diff one other").out)
        .contains("5  return helper.twice(n)", "6  return 0  # none");
  }

  @Test
  void sourceCanBeLeftOut() throws IOException {
    run("trace --module-level --no-source -o t app.py");
    assertThat(records("t", "source")).isEmpty();
    assertThat(records("t", "executable")).hasSize(2);

    run("trace -o whole app.py");
    run("report whole --no-source -o less");
    assertThat(records("whole", "source")).hasSize(2);
    assertThat(records("less", "source")).isEmpty();
    assertThat(records("less", "code")).hasSameSizeAs(records("whole", "code"));

    CommandRun wrong = run("trace --no-source --format tree app.py");
    assertThat(wrong.status).isEqualTo(2);
    assertThat(wrong.err)
        .startsWith("leadline: --no-source is for a stored trace; --format tree stores none");
  }

  @Test
  void filesThatAreLargeOrNoPythonAreLeftOut() throws IOException {
    Files.writeString(
        directory.resolve("helper.py"), "#".repeat(600_000) + "\ndef twice(n):\n    return n\n");

    run("trace -o t app.py");

    assertThat(records("t", "source")).singleElement().asString().contains("/app.py\"");
  }
}
