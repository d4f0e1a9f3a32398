package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code leadline compare} on the oldest and the newest interpreter, which are one where there is
 * no other: what differs is which of two runs came first, so that it is the same on all machines.
 */
class CompareTest {

  /** The two runs agree by a file which of them is the first. */
  private static final String FIRST =
      """
      import os, sys
      try:
          os.close(os.open("first", os.O_CREAT | os.O_EXCL))
          first = True
      except FileExistsError:
          first = False
      """;

  @TempDir Path work;

  @Test
  void whatIsEqualIsSaidToBeEqualAndEachGetsTheInput() throws IOException {
    write("import sys\ndef said(line):\n    return line.upper()\nprint(said(sys.stdin.read()))\n");

    Outcome text = compare("some input\n", "--fail-on", "any", "app.py");
    JsonNode json = json(compare("some input\n", "--format", "json", "app.py"));

    assertThat(text.status()).as(text.errText() + text.outText()).isZero();
    assertThat(text.outText()).contains("Did the same: ").startsWith("app.py on 2 interpreters");
    assertThat(text.err()).isEmpty();
    assertThat(json.get("equal").booleanValue()).isTrue();
    assertThat(json.get("runs")).hasSize(2);
    for (JsonNode run : json.get("runs")) {
      assertThat(run.get("output_bytes").intValue()).isEqualTo("SOME INPUT\n\n".length());
      assertThat(run.get("base_depth").intValue()).isEqualTo(3);
      assertThat(run.get("functions").intValue()).isEqualTo(2);
      assertThat(run.get("deepest_level").intValue()).isEqualTo(1);
      assertThat(run.get("failure").isNull()).isTrue();
    }
  }

  @Test
  void anotherWayOfTheProgramComesFirstAndFailsTheGate() throws IOException {
    write(
        FIRST
            + "def one(): return 1\n"
            + "def other(): return 2\n"
            + "def choose(): return one() if first else other()\n"
            + "print(choose() > 0)\n");

    Outcome text = compare("", "--fail-on", "program", "app.py");
    Files.delete(work.resolve("first"));
    JsonNode json = json(compare("", "--format", "json", "app.py"));

    assertThat(text.status()).isEqualTo(1);
    assertThat(text.outText())
        .contains("What the program did otherwise:")
        .containsPattern("one is called on the (left|right) only")
        .containsPattern("other is called on the (left|right) only")
        .contains("called by <module>:10 > choose:9");
    assertThat(json.get("equal").booleanValue()).isFalse();
    assertThat(json.get("comparisons").get(0).get("counts").get("program").intValue()).isPositive();
  }

  @Test
  void nakedEventsAreLaidSideBySide() throws IOException {
    write(FIRST + "def one(): pass\nif first: one()\n");
    String python = Interpreters.newest().executable().toString();

    Outcome other =
        Run.leadline(
            work, List.of("compare", "--raw", "--python", python, "--python", python, "app.py"));
    Outcome same =
        Run.leadline(
            work,
            List.of(
                "compare",
                "--raw",
                "--fail-on",
                "any",
                "--python",
                python,
                "--python",
                python,
                "app.py"));

    assertThat(other.status()).isZero();
    assertThat(other.outText()).containsPattern("[-+] call +\\S*app.py:7 one depth 4");
    assertThat(same.outText()).isEmpty();
    assertThat(same.status()).isZero();
  }

  @Test
  void anotherOutputIsADifferenceOfTheProgram() throws IOException {
    write(FIRST + "print(\"a\")\nprint(first)\n");

    Outcome text = compare("", "--fail-on", "program", "app.py");

    assertThat(text.status()).isEqualTo(1);
    assertThat(text.outText()).contains("stdout, line 2:").contains("True").contains("False");
  }

  @Test
  void aRunThatDiesHasItsColumnAndTheOthersStand() throws IOException {
    write(FIRST + "import signal\nfirst or os.kill(os.getpid(), signal.SIGKILL)\n");

    Outcome text = compare("", "app.py");
    Files.delete(work.resolve("first"));
    Outcome gate = compare("", "--fail-on", "program", "app.py");

    assertThat(text.status()).isZero();
    assertThat(text.outText()).contains("is not compared: killed by signal 9 (SIGKILL)");
    assertThat(gate.status()).isEqualTo(1);
  }

  @Test
  void aRunThatTakesTooLongIsStopped() throws IOException {
    write(FIRST + "import time\nfirst or time.sleep(600)\n");

    Outcome text = compare("", "--timeout", "3s", "app.py");

    assertThat(text.status()).isZero();
    assertThat(text.outText()).contains("is not compared: stopped when its time was up");
  }

  @Test
  void badInputIsOneClearLine() throws IOException {
    write("pass\n");
    String python = Interpreters.newest().executable().toString();

    Outcome one = Run.leadline(work, List.of("compare", "--python", python, "app.py"));
    Outcome missing = compare("", "no_such.py");

    assertThat(one.status()).isEqualTo(2);
    assertThat(one.errText())
        .contains("to compare takes two interpreters: give --python twice, or --all-pythons");
    assertThat(missing.status()).isEqualTo(127);
    assertThat(missing.errText()).startsWith("leadline: no such program: no_such.py");
  }

  private void write(String program) throws IOException {
    Files.writeString(work.resolve("app.py"), program);
  }

  private Outcome compare(String stdin, String... words) {
    List<String> command = new ArrayList<>(List.of("compare"));
    command.addAll(List.of("--python", Interpreters.all().get(0).executable().toString()));
    command.addAll(List.of("--python", Interpreters.newest().executable().toString()));
    command.addAll(List.of(words));
    return Run.leadline(work, stdin.getBytes(StandardCharsets.UTF_8), command);
  }

  private static JsonNode json(Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.outText());
  }
}
