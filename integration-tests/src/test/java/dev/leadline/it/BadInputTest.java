package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user can get wrong: one clear line on stderr, and the exit status that belongs to it. */
class BadInputTest {

  private static final int USAGE = 2;
  private static final int FAILED = 125;
  private static final int NOT_FOUND = 127;

  @TempDir static Path work;
  private static String python;

  /**
   * A command line that is wrong.
   *
   * @param args words, parted by blanks; {@code PYTHON} is an interpreter
   * @param status the exit status
   * @param says what the line must contain
   */
  record Wrong(String args, int status, String says) {}

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("trace nosuch.py", NOT_FOUND, "no such program: nosuch.py"),
        new Wrong("trace --python PYTHON empty", NOT_FOUND, "can't find '__main__' module in"),
        new Wrong("trace --python PYTHON -m no_such", NOT_FOUND, "No module named no_such"),
        new Wrong("trace --python ./none ok.py", FAILED, "none: there is no such file"),
        new Wrong("trace --python ./plain ok.py", FAILED, "plain: it is not executable"),
        new Wrong("trace --python ./garbage ok.py", FAILED, "garbage: it is not Python"),
        new Wrong("trace --python ./hangs ok.py", FAILED, "hangs: "),
        new Wrong("trace --python ./two ok.py", FAILED, "it is Python 2.7.18, and Leadline needs"),
        new Wrong("trace --python ./pypy ok.py", FAILED, "pypy"),
        new Wrong(
            "trace --python 3.99 ok.py", FAILED, "Python 3.99 is not installed; found are 3."),
        new Wrong("report nosuch", FAILED, "cannot read nosuch: there is no such file"),
        new Wrong("report empty", FAILED, "empty: this is a directory, not a trace"),
        new Wrong("report nothing", FAILED, "nothing: the trace is empty"),
        new Wrong("report foreign", FAILED, "this is not a Leadline trace: it begins with"),
        new Wrong("report newer", FAILED, "protocol 99, and this Leadline reads protocol 1 only"),
        new Wrong("trace -o empty ok.py", USAGE, "empty is a directory"),
        new Wrong("trace -o no/where ok.py", USAGE, "there is no directory"),
        new Wrong("trace --python PYTHON -o /proc/no ok.py", FAILED, "cannot write /proc/no"),
        new Wrong("trace --colour ok.py", USAGE, "unknown option --colour"),
        new Wrong("trace --include [ ok.py", USAGE, "is never closed by a ]"),
        new Wrong("trace --levels -1 ok.py", USAGE, "'-1' is not a whole number"),
        new Wrong("trace --max-events -3 ok.py", USAGE, "'-3' is not a whole number"),
        new Wrong("trace --timeout soon ok.py", USAGE, "'soon' is no duration"),
        new Wrong("trace --scope moon ok.py", USAGE, "'moon' is not one of user, stdlib"),
        new Wrong("trace --cutoff 3 --module-level ok.py", USAGE, "--module-level goes with"),
        new Wrong("trace --quiet --verbose ok.py", USAGE, "contradict each other"),
        new Wrong("check pipe.yaml", USAGE, "runs[0].expect.golden: "),
        new Wrong("check zero.yaml", USAGE, "/dev/zero is no regular file"),
        new Wrong("check lines.yaml", USAGE, "lines:200001: it has more than 200,000 lines"),
        new Wrong("check long.yaml", USAGE, "long:1: a line is longer than 1 MiB"),
        new Wrong("check /dev/zero", USAGE, "/dev/zero: it is larger than 4 MiB"),
        new Wrong("merge empty", FAILED, "cannot read empty: Is a directory"),
        new Wrong("merge plain", FAILED, "plain does not hold the results of a check: "),
        new Wrong("trace", USAGE, "what is to be traced?"),
        new Wrong("frobnicate", USAGE, "frobnicate"));
  }

  @BeforeAll
  static void makeFiles() throws IOException {
    python = Interpreters.newest().executable().toString();
    Files.createDirectory(work.resolve("empty"));
    Files.createFile(work.resolve("nothing"));
    Files.writeString(work.resolve("ok.py"), "def f():\n    pass\n\n\nf()\n");
    Files.writeString(work.resolve("syntax.py"), "value = (\n");
    Files.writeString(work.resolve("plain"), "no program\n");
    Files.writeString(work.resolve("foreign"), "{\"some\": \"other JSON\"}\n");
    Files.writeString(work.resolve("newer"), "{\"record\":\"header\",\"protocol\":99}\n");
    assertThat(Run.process(work, List.of("mkfifo", "pipe")).status()).isZero();
    Files.writeString(work.resolve("lines"), "x\n".repeat(3_000_000));
    Files.writeString(work.resolve("long"), "x".repeat(30_000_000));
    golden("pipe.yaml", "pipe");
    golden("zero.yaml", "/dev/zero");
    golden("lines.yaml", "lines");
    golden("long.yaml", "long");
    executable("garbage", "echo 'Hello, this is no Python'");
    executable("hangs", "exec sleep 600");
    executable("two", answer("2.7.18", "cpython"));
    executable("pypy", answer("3.10.14", "pypy"));
  }

  private static void golden(String checkFile, String golden) throws IOException {
    Files.writeString(
        work.resolve(checkFile), "runs: [{code: pass, expect: {golden: " + golden + "}}]\n");
  }

  private static void executable(String name, String command) throws IOException {
    Path file = Files.writeString(work.resolve(name), "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** What an interpreter of this version and implementation answers when it is probed. */
  private static String answer(String version, String implementation) {
    String numbers = version.replace(".", "\\000");
    String rest = "\\000final\\0000\\000" + implementation + "\\000\\000/p/python\\000/p\\000/b";
    return "printf 'leadline-probe\\000" + numbers + rest + "'";
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isSaidInOneLine(Wrong wrong) {
    Outcome outcome = launch(wrong.args().split(" "));

    assertThat(outcome.errText()).startsWith("leadline: ").contains(wrong.says());
    assertThat(outcome.errText().lines()).hasSize(1);
    assertThat(outcome.status()).isEqualTo(wrong.status());
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aSyntaxErrorIsShownAsCPythonShowsIt() {
    Outcome plain = Run.process(work, List.of(python, "syntax.py"));

    assertThat(launch("trace", "--quiet", "-o", "t.ndjson", "--python", python, "syntax.py"))
        .isEqualTo(plain);
  }

  @Test
  void aTraceThatIsCutIsShownAsFarAsItGoes() throws IOException {
    launch("trace", "-o", "whole.ndjson", "--python", python, "ok.py");
    String whole = Files.readString(work.resolve("whole.ndjson"));
    Files.writeString(
        work.resolve("cut"), whole.substring(0, whole.indexOf("{\"record\":\"end\"")));

    Outcome outcome = launch("report", "--format", "ndjson", "cut");

    assertThat(outcome.outText().lines()).hasSize(3).first().asString().contains("\"call\"");
    assertThat(outcome.status()).isZero();
  }

  private static Outcome launch(String... args) {
    List<String> words = Stream.of(args).map(word -> word.replace("PYTHON", python)).toList();
    return Launched.leadline(work, words);
  }
}
