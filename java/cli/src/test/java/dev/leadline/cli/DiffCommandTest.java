package dev.leadline.cli;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "main", 2, false)
          + Traces.code(2, "w\\u001b[31mork", 9, false);

  private static final String WORK = call(2, 9) + line(10) + returned(10, 9);

  @TempDir Path directory;

  @BeforeEach
  void traces() throws IOException {
    write("plain", line(3));
    write("works", line(3) + WORK);
    write("line", line(3, 4));
  }

  private void write(String name, String inMain) throws IOException {
    String events = Traces.events(call(1, 5, 2, 4, 0) + inMain + returned(3, 1));
    Files.writeString(directory.resolve(name), START + events + Traces.END + Traces.exit(0, false));
  }

  private CommandRun diff(String arguments) {
    return CommandRun.in(directory, ("diff " + arguments).split(" "));
  }

  @Test
  void aPersonSeesWhatDiffersAndWhereAndBothSides() {
    CommandRun run = diff("plain works");

    assertThat(run.status).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out.lines())
        .containsExactly(
            "1 difference of the program, 0 unexplained, 0 known of the interpreters",
            "  left   plain  CPython 3.12.1  1 call  completed, status 0",
            "  right  works  CPython 3.12.1  2 calls  completed, status 0",
            "",
            "What the program did otherwise:",
            "  1. w\\x1b[31mork is called on the right only  app.py:9",
            "       called by main:3",
            "       left   no such call",
            "       right  returned");
  }

  @ParameterizedTest
  @CsvSource({
    "plain works --fail-on program, 1",
    "plain works --fail-on unexplained, 1",
    "plain line --fail-on program, 1",
    "plain line --fail-on unexplained, 1",
    "plain line --fail-on any, 1",
    "plain plain --fail-on any, 0",
    "plain line, 0",
    "plain line --raw --fail-on program, 1",
    "plain plain --raw --fail-on any, 0",
    "plain line --raw --time, 2",
    "plain nothing, 125",
    "plain line --fail-on some, 2",
    "plain, 2",
  })
  void theStatusSaysWhatWasAskedFor(String arguments, int status) {
    assertThat(diff(arguments).status).isEqualTo(status);
  }

  @Test
  void aMachineReadsAnObject() {
    assertThat(diff("works plain --format json").out)
        .startsWith("{\"format\":\"leadline-comparison\",\"version\":2,\"equal\":false,")
        .contains(
            "\"counts\":{\"program\":1,\"unexplained\":0,\"unstable\":0,\"runtime\":0,\"compiler\":0}")
        .contains("\"first\":0,\n\"groups\":[\n")
        .contains("\"kind\":\"call_left\",\"category\":\"program\"")
        .contains("\"path\":[{\"file\":\"app.py\",\"qualname\":\"main\",\"lineno\":3}]")
        .endsWith("\"right\":null}],\n\"times\":null\n}\n");
  }

  @Test
  void nakedListsShowEveryEvent() {
    assertThat(diff("plain line --raw").out.lines())
        .containsExactly(
            "@@ process 0, thread 0 @@", "+ line      /home/me/project/app.py:4 main depth 4");
  }

  @Test
  void timesAreReportedWithTheirNoise() {
    assertThat(diff("plain works --time").out)
        .contains("no function took long enough on both sides to tell");
  }

  @Test
  void intoAFile() throws IOException {
    CommandRun run = diff("plain works -o out.txt");

    assertThat(run.out).isEmpty();
    assertThat(directory.resolve("out.txt")).content().startsWith("1 difference of the program");
  }
}
