package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
      """
      {"record":"header","protocol":1,"agent":"0.1.0","python":{"version":"3.12.1",\
      "implementation":"cpython","executable":"/py","build":"3.12.1"},"engine":"settrace",\
      "program":{"kind":"script","target":"app.py","argv":["app.py"]},"cwd":"/w","process":7,\
      "start_unix_ns":1,"timed":true,"recording":{"cutoff":"auto","module_level":false,\
      "levels":null,"scope":["user"],"roots":["/w"],"include":[],"exclude":[],"function":[],\
      "events":["call","line","return","exception"],"max_events":null},\
      "stdio":{"stdin":"own","stdout":"own","stderr":"own"},"stdout_fifo":null}
      {"record":"thread","thread":0,"ident":1,"name":"MainThread"}
      {"record":"code","code":1,"file":"/w/app.py","function":"main","qualname":"main",\
      "firstlineno":2,"lineno":2,"module":"__main__","scope":"user","base":false}
      {"record":"code","code":2,"file":"/w/app.py","function":"w\\u001b[31mork",\
      "qualname":"w\\u001b[31mork","firstlineno":9,"lineno":9,"module":"__main__",\
      "scope":"user","base":false}
      """;

  private static final String END =
      """
      {"record":"end","outcome":"completed","detail":"","time_ns":99,\
      "events":{"call":2,"line":2,"return":2,"exception":0,"opcode":0},"seen":{"user":1}}
      {"record":"exit","status":0,"timed_out":false,"events_lost":false,"detail":""}
      """;

  private static final String WORK = "[\"call\",2,9],10,[\"return\",10,9],";

  @TempDir Path directory;

  @BeforeEach
  void traces() throws IOException {
    write("plain", "3,");
    write("works", "3," + WORK);
    write("line", "3,4,");
  }

  private void write(String name, String inMain) throws IOException {
    String events = "[\"call\",1,5,2,4,0]," + inMain + "[\"return\",3,1]";
    Files.writeString(
        directory.resolve(name),
        START
            + "{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":["
            + events
            + "]}\n"
            + END);
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
        .containsExactly("@@ process 0, thread 0 @@", "+ line      /w/app.py:4 main depth 4");
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
