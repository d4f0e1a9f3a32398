package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds in one workspace do not meet, or one of them says that they would. */
class AtOnceTest {

  /** Calls {@code step} N times, says that it has, and waits for the test to open a pipe. */
  private static final String PROGRAM =
      """
      import sys

      def step():
          pass

      for _ in range(int(sys.argv[1])):
          step()
      print('ready', flush=True)
      open(sys.argv[2]).read()
      """;

  @TempDir Path work;

  @BeforeEach
  void makeProgram() throws IOException {
    Files.writeString(work.resolve("steps.py"), PROGRAM);
    assertThat(Run.process(work, List.of("mkfifo", "one", "two")).status()).isZero();
  }

  @Test
  void twoTracesInTwoFiles() throws Exception {
    LiveRun one = trace("one.ndjson", 5000, "one");
    LiveRun two = trace("two.ndjson", 7, "two");
    assertThat(List.of(one.line(), two.line())).containsOnly("ready");
    goOn("one", one);
    goOn("two", two);

    assertThat(steps("one.ndjson")).isEqualTo(5000);
    assertThat(steps("two.ndjson")).isEqualTo(7);
  }

  @Test
  void ofTwoTracesInOneFileTheSecondDoesNotBegin() throws Exception {
    LiveRun one = trace("t.ndjson", 5000, "one");
    assertThat(one.line()).isEqualTo("ready");

    Outcome two = trace("t.ndjson", 7, "two").end();
    assertThat(two.status()).isEqualTo(125);
    assertThat(two.out()).isEmpty();
    assertThat(two.errText())
        .isEqualTo(
            "leadline: cannot write %s: another run of Leadline is writing it; give each a file of its own\n"
                .formatted(work.resolve("t.ndjson")));

    goOn("one", one);
    assertThat(steps("t.ndjson")).isEqualTo(5000);
  }

  @Test
  void twoComparisons() throws Exception {
    Files.writeString(work.resolve("short.py"), "def f():\n    return 1\nprint(f())\n");
    List<String> words = new ArrayList<>(List.of("compare", "-o"));
    List<LiveRun> runs = new ArrayList<>();
    for (String output : List.of("one.txt", "two.txt")) {
      List<String> compare = new ArrayList<>(words);
      compare.add(output);
      compare.addAll(
          List.of("--python", Interpreters.all().get(0).executable().toString(), "--python"));
      compare.addAll(List.of(Interpreters.newest().executable().toString(), "short.py"));
      runs.add(LiveRun.of(work, launched(compare)));
    }
    for (LiveRun run : runs) {
      assertThat(run.end().status()).isZero();
    }
    assertThat(work.resolve("one.txt")).content().contains("Did the same: ");
    assertThat(work.resolve("two.txt")).hasSameTextualContentAs(work.resolve("one.txt"));
  }

  private LiveRun trace(String file, int steps, String pipe) throws IOException {
    String python = Interpreters.newest().executable().toString();
    return LiveRun.of(
        work,
        launched(
            List.of(
                "trace",
                "-o",
                file,
                "--python",
                python,
                "steps.py",
                Integer.toString(steps),
                pipe)));
  }

  private static List<String> launched(List<String> words) {
    String launcher = Repository.ROOT.resolve("leadline").toString();
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "exec \"$@\" </dev/null", "sh", launcher));
    command.addAll(words);
    return command;
  }

  private void goOn(String pipe, LiveRun run) throws Exception {
    Files.writeString(work.resolve(pipe), "");
    assertThat(run.end().status()).isZero();
  }

  /** How often {@code step} was called, by the trace in that file. */
  private int steps(String file) {
    Outcome report = Run.leadline(work, List.of("report", file, "--format", "tree"));
    assertThat(report.status()).as(report.errText()).isZero();
    String line = report.out().lines().filter(one -> one.contains("  step ")).findFirst().get();
    return Integer.parseInt(line.strip().split(" ")[0]);
  }
}
