package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void globsThatLeaveNothingAreNamed() throws IOException {
    write("def one(): pass\none()\n");

    Outcome nothing = compare("", "--no-repeat", "--include", "other*", "app.py");
    Outcome all = compare("", "--no-repeat", "app.py");

    assertThat(nothing.outText()).contains("Did the same: ");
    assertThat(nothing.errText())
        .isEqualTo(
            "leadline: no event matched --include other*; without that, the events of 1 user code"
                + " object would be kept\n");
    assertThat(all.errText()).isEmpty();
  }

  @Test
  void anotherWayOfTheProgramComesFirstAndFailsTheGate() throws IOException {
    write(
        FIRST
            + "def one(): return 1\n"
            + "def other(): return 2\n"
            + "def choose(): return one() if first else other()\n"
            + "print(choose() > 0)\n");

    Outcome text = compare("", "--no-repeat", "--fail-on", "program", "app.py");
    Files.delete(work.resolve("first"));
    JsonNode json = json(compare("", "--no-repeat", "--format", "json", "app.py"));

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

  @ParameterizedTest
  @ValueSource(strings = {"--no-repeat", "--raw"})
  void aGateDoesNotPassWhereARunIsNotCompared(String option) throws IOException {
    write(FIRST + "import os\nif first: os.kill(os.getpid(), 9)\n");
    String python = Interpreters.newest().executable().toString();
    List<String> args =
        List.of("compare", option, "--python", python, "--python", python, "app.py");
    List<String> gated = new ArrayList<>(args);
    gated.addAll(1, List.of("--fail-on", "program"));

    Outcome shown = Run.leadline(work, args);
    Files.delete(work.resolve("first"));
    Outcome failing = Run.leadline(work, gated);
    write("import os\nos.kill(os.getpid(), 9)\n");
    Outcome none = Run.leadline(work, args);

    assertThat(shown.status()).isZero();
    assertThat(failing.status()).isEqualTo(1);
    assertThat(none.status()).isEqualTo(125);
    assertThat(none.errText())
        .contains("nothing to compare: the program ran to an end on no interpreter");
  }

  @Test
  void anotherOutputIsADifferenceOfTheProgramInThePairThatHasIt() throws IOException {
    write(
        FIRST
            + "print('a')\nprint(first)\n"
            + "print('x' * first, file=sys.stderr)\n"
            + "sys.exit(3 * first)\n");

    Outcome text = compare("", "--no-repeat", "--fail-on", "program", "app.py");
    Files.delete(work.resolve("first"));
    JsonNode json = json(compare("", "--no-repeat", "--format", "json", "app.py"));

    assertThat(text.status()).isEqualTo(1);
    assertThat(text.outText())
        .contains("What the program wrote otherwise:")
        .containsPattern("stdout, line 2\n +left +(True|False)\n +right +(True|False)\n")
        .contains("stderr, line 1")
        .containsPattern("exit status\n +left +.*status [03]\n +right +.*status [03]\n")
        .doesNotContain("Did the same");
    JsonNode pair = json.get("pairs").get(0);
    assertThat(json.get("equal").booleanValue()).isFalse();
    assertThat(pair.get("counts").get("program").intValue())
        .as("three more than what the calls differ in")
        .isEqualTo(3 + json.get("comparisons").get(0).get("counts").get("program").intValue());
    assertThat(pair.get("stdout").get("first").get(0).get("left").get("lineno").intValue())
        .isEqualTo(2);
    assertThat(pair.get("stderr").get("places").intValue()).isEqualTo(1);
    assertThat(pair.get("end").get("left").get("status").intValue()).isIn(0, 3);
  }

  /** sum() of floats is compensated since 3.12: no call, line or exception tells it. */
  @Test
  void aValueThatIsOnlyPrintedIsADifferenceOfItsPairAlone() throws IOException {
    write("import sys\nprint(sys.version)\nprint(sum(0.1 for x in range(10)))\n");
    List<Interpreter> pythons = Interpreters.releases();
    Assumptions.assumeTrue(
        pythons.stream().anyMatch(one -> one.version().minor() < 12)
            && pythons.stream().anyMatch(one -> one.version().minor() >= 12),
        "compares interpreters before and from 3.12, and one of them is missing");

    List<String> command = new ArrayList<>(List.of("compare", "--format", "json"));
    for (int i = pythons.size() - 1; i >= 0; i--) {
      command.addAll(List.of("--python", pythons.get(i).executable().toString()));
    }
    command.add("app.py");
    JsonNode json = json(Run.leadline(work, command));

    assertThat(json.get("runs").findValuesAsText("python"))
        .as("the oldest first, whatever the order of --python")
        .isEqualTo(
            pythons.stream().map(Interpreter::version).sorted().map(String::valueOf).toList());
    for (JsonNode pair : json.get("pairs")) {
      boolean parted = minor(pair.get("left")) < 12 && minor(pair.get("right")) >= 12;
      JsonNode places = pair.get("stdout").get("first");
      if (parted) {
        assertThat(places.get(places.size() - 1).get("left").get("lines").get(0).textValue())
            .isEqualTo("0.9999999999999999");
        assertThat(pair.get("counts").get("program").intValue()).isPositive();
      } else if (minor(pair.get("left")) >= 10) {
        assertThat(pair.get("stdout").get("equal").booleanValue()).as(pair.toString()).isTrue();
      }
    }
  }

  private static int minor(JsonNode version) {
    return minor(version.textValue());
  }

  private static int minor(String version) {
    return Integer.parseInt(version.split("\\.")[1]);
  }

  @Test
  void tracebacksOfAllVersionsAreTheSame() throws IOException {
    write(
        "import json\ndef f(x):\n    return json.loads(x)\n"
            + "try:\n    f('{')\nexcept ValueError:\n    raise RuntimeError('no')\n");

    Outcome text = compare("", "--fail-on", "program", "app.py");

    assertThat(text.status()).as(text.outText()).isZero();
  }

  /** The first two runs go ways of their own, and those that repeat them a third one. */
  @Test
  void whatDiffersInASecondRunIsMarked() throws IOException {
    write(
        """
        import os
        def f():
            return 1
        def g():
            return 2
        def h():
            return 3
        count = 0
        while True:
            try:
                os.close(os.open("run-%d" % count, os.O_CREAT | os.O_EXCL))
                break
            except FileExistsError:
                count += 1
        print([f, g, h, h][count](), count)
        print("always")
        """);

    Outcome gate = compare("", "--fail-on", "unexplained", "app.py");
    assertThat(runs()).as("two runs, and one more of each").isEqualTo(4);
    JsonNode json = json(compare("", "--format", "json", "app.py"));
    assertThat(runs()).isEqualTo(4);
    JsonNode once = json(compare("", "--format", "json", "--no-repeat", "app.py"));
    assertThat(runs()).isEqualTo(2);

    assertThat(gate.status()).as(gate.outText()).isZero();
    assertThat(gate.outText())
        .contains("0 differences of the program, 0 unexplained")
        .contains("Not repeatable:")
        .containsPattern("not repeatable: it differs between two runs of \\S+, too")
        .contains("stdout, line 1  not repeatable");
    JsonNode pair = json.get("pairs").get(0);
    assertThat(pair.get("stdout").get("places").intValue()).isEqualTo(1);
    assertThat(pair.get("stdout").get("unstable").intValue()).isEqualTo(1);
    assertThat(pair.get("counts").get("unstable").intValue()).isGreaterThan(1);
    assertThat(pair.get("counts").get("program").intValue()).isZero();
    assertThat(once.get("pairs").get(0).get("counts").get("program").intValue()).isPositive();
  }

  /** How many runs have left their file, which is removed. */
  private int runs() throws IOException {
    int runs = 0;
    while (Files.deleteIfExists(work.resolve("run-" + runs))) {
      runs++;
    }
    return runs;
  }

  @Test
  void linesAndCallsOfTheInterpretersLibraryAreThoseOfTwoSources() throws IOException {
    write("import json\nprint(json.loads('[1]'))\n");
    Outcome outcome =
        compare(
            "", "--scope", "user,stdlib", "--include", "app.py", "--include", "json.*", "app.py");
    Assumptions.assumeTrue(
        Interpreters.all().get(0).version().minor() < 13
            && Interpreters.newest().version().minor() >= 13,
        "json.decoder has changed in 3.13, and an interpreter on one side of it is missing");

    assertThat(outcome.outText())
        .contains("the interpreters come with other sources of their library");
  }

  @Test
  void theLinesInWhichTheSidesDifferStandBesideThem() throws IOException {
    write(
        FIRST
            + "def choose():\n"
            + "    if first:\n"
            + "        return 'one \u202e'\n"
            + "    return 'other'\n"
            + "choose()\n");

    Outcome text = compare("", "--no-repeat", "app.py");

    assertThat(text.outText())
        .contains("9  return 'one \\u202e'\n")
        .contains("10  return 'other'\n");
  }

  @Test
  void whatIsAllowedIsShownAndDoesNotFail() throws IOException {
    write(
        FIRST
            + "def one(): return 1\n"
            + "def other(): return 2\n"
            + "def choose(): return one() if first else other()\n"
            + "choose()\n"
            + "print(first)\n");

    Outcome all =
        compareAnew(
            "--allow-function",
            "o*",
            "--allow-function",
            "choose",
            "--allow-function",
            "<module>",
            "--allow-cause",
            "stdout");
    Outcome some = compareAnew("--allow-function", "*", "--allow-cause", "stderr");

    assertThat(all.status()).as(all.outText()).isZero();
    assertThat(all.outText())
        .containsPattern("one is called on the (left|right) only.*  allowed\n")
        .contains("stdout, line 1  allowed")
        .containsPattern(", [0-9]+ allowed\n");
    assertThat(some.status()).isEqualTo(1);
  }

  private Outcome compareAnew(String... options) throws IOException {
    Files.deleteIfExists(work.resolve("first"));
    List<String> words = new ArrayList<>(List.of("--no-repeat", "--fail-on", "any"));
    words.addAll(List.of(options));
    words.add("app.py");
    return compare("", words.toArray(String[]::new));
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
