package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each greenlet has its name, its base and its place in every report. */
class GreenletReportsTest {

  private static final String TURNS =
      """
      import functools
      from greenlet import getcurrent, greenlet

      def leaf(n):
          return n + 1

      def ping(n):
          for i in range(n):
              leaf(i)
              other.switch(3)

      def pong(n):
          while n:
              n = leaf(n) - 2
              first.switch()

      class Worker(greenlet):
          def run(self):
              return leaf(leaf(1))

      first = greenlet(functools.partial(ping, 2))
      other = greenlet(pong)
      first.switch()
      leaf(7)
      Worker().switch()
      Worker().switch()
      """;

  /** A tracer of the program's runs in one greenlet while others wait, start and end. */
  private static final String TRACED =
      """
      import sys
      from greenlet import getcurrent, greenlet

      main = getcurrent()
      seen = []

      def tracer(frame, event, arg):
          seen.append((event, frame.f_code.co_name, frame.f_lineno))
          return tracer

      def leaf(n):
          return n + 1

      def waits(n):
          for _ in range(3):
              n = leaf(n)
              main.switch()

      def traces():
          sys.settrace(tracer)
          leaf(1)
          main.switch()
          sys.settrace(None)
          main.switch()
          leaf(2)

      before, gone, amid, two = [greenlet(run) for run in (waits, waits, waits, traces)]
      gone.switch(1)
      before.switch(2)
      two.switch()
      before.switch()
      amid.switch(3)
      while not gone.dead:
          gone.switch()
      two.switch()
      leaf(4)
      for one in before, amid, two:
          one.switch()
      print(seen)
      """;

  @TempDir Path work;

  @TestFactory
  Stream<DynamicTest> greenletsThatTakeTurns() throws IOException {
    return WithGreenlets.onEach(List.of(program("turns.py", TURNS)), this::hasItsPlace);
  }

  @TestFactory
  Stream<DynamicTest> greenletsUnderATracerOfTheProgram() throws IOException {
    return WithGreenlets.onEach(List.of(program("traced.py", TRACED)), this::isRecordedAgain);
  }

  private void hasItsPlace(WithGreenlets with, TestProgram program) throws IOException {
    assertThat(trace(with, program).err()).isEmpty();

    assertThat(headings(report("tree")))
        .containsExactly(
            "thread 0 MainThread",
            "greenlet 1 ping",
            "greenlet 2 pong",
            "greenlet 3 Worker.run",
            "greenlet 4 Worker.run");
    assertThat(report("lines", "--thread", "1"))
        .contains("[1] is greenlet 1 ping")
        .doesNotContain("pong ");
    JsonNode threads = new ObjectMapper().readTree(report("json")).get("threads");
    assertThat(threads)
        .extracting(
            one ->
                one.get("name").asText() + " " + one.get("base_depth") + " " + one.get("greenlet"))
        .contains("MainThread 3 false", "ping 0 true", "Worker.run 0 true");
    assertThat(leadline(with, "depths", program.target()).out())
        .containsPattern("(?m)^greenlet x 4 +0 +");

    Files.writeString(
        work.resolve("leadline.yaml"),
        """
        runs:
          - name: turns
            program: turns.py
            env: %s
            expect: {golden: turns.golden}
        """
            .formatted(new ObjectMapper().writeValueAsString(with.variables())));
    leadline(with, "check", "--update");
    assertThat(Files.readString(work.resolve("turns.golden")))
        .contains(
            """
            greenlets:
              Worker.run x2
                leaf x2
              ping
                leaf x2
            """);
    assertThat(leadline(with, "check").status()).isZero();
  }

  private void isRecordedAgain(WithGreenlets with, TestProgram program) throws IOException {
    List<String> command = List.of(with.python().executable().toString(), program.target());
    Outcome plain = Run.process(work, new byte[0], with.variables(), command);
    assertThat(trace(with, program).out()).isEqualTo(plain.out());

    String lines = report("lines");
    assertThat(lines.lines().filter(line -> line.contains("are missing")))
        .hasSize(5)
        .allMatch(line -> line.contains("the program set a tracer of its own"));
    assertThat(calls(lines, "\\[1\\]")).as("gone").containsExactly("waits", "leaf");
    assertThat(calls(lines, "\\[2\\]")).as("before").containsExactly("waits", "leaf", "leaf");
    assertThat(calls(lines, "\\[4\\]")).as("amid").containsExactly("leaf");
    assertThat(calls(lines, "\\[3\\]")).as("two").containsExactly("traces", "leaf");
  }

  private static List<String> calls(String lines, String mark) {
    return lines
        .lines()
        .filter(line -> line.matches(" +\\d+ +" + mark + " +call .*"))
        .map(line -> line.replaceAll("^.* call +\\S+ (\\w+) .*$", "$1"))
        .toList();
  }

  private static List<String> headings(String tree) {
    return tree.lines()
        .filter(line -> line.matches("(thread|greenlet) .*"))
        .map(line -> line.replaceFirst(" +deepest \\d+ \\(.*\\)$", ""))
        .toList();
  }

  private Outcome trace(WithGreenlets with, TestProgram program) {
    return leadline(
        with, "trace", "--quiet", "--format", "trace", "-o", "t.ndjson", program.target());
  }

  private String report(String format, String... more) {
    List<String> command = new ArrayList<>(List.of("report", "t.ndjson", "--format", format));
    command.addAll(List.of(more));
    return Run.leadline(work, command).out();
  }

  private Outcome leadline(WithGreenlets with, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--python", with.python().executable().toString()));
    if (!command.equals("check")) {
      words.addAll(List.of(with.options()));
    }
    words.addAll(List.of(more));
    return Run.leadline(work, words);
  }

  private TestProgram program(String name, String text) throws IOException {
    return TestProgram.script(Files.writeString(work.resolve(name), text));
  }
}
