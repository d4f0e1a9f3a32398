package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each is refused with one line that says what is wrong, and nothing is run or written. */
class WrongCommandLineTest {

  @TempDir Path directory;

  @BeforeEach
  void aProgram() throws IOException {
    Files.writeString(directory.resolve("app.py"), "open('ran', 'w')\n");
    Files.writeString(directory.resolve("in.txt"), "1\n");
    Files.writeString(directory.resolve("out.txt"), "1\n");
    Files.writeString(
        directory.resolve("check.json"),
        """
        {"runs": [{"program": "app.py", "stdin": "in.txt", "expect": {"stdout": "out.txt"}}]}
        """);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("", "a command is missing; see leadline --help"),
        wrong("trase app.py", "did you mean trace"),
        wrong("trace", "what is to be traced? Give a PROGRAM, -m MODULE or -c CODE"),
        wrong(
            "trace --formot tree app.py",
            "unknown option --formot, did you mean --follow or --format"),
        wrong("trace --zzz app.py", "unknown option --zzz; see leadline trace --help"),
        wrong("trace -m", "-m needs a MODULE"),
        wrong("trace -c", "-c needs a CODE"),
        wrong("trace --cutoff -1 app.py", "'-1' is not a whole number from 0"),
        wrong("trace --cutoff deep app.py", "'deep' is not a whole number"),
        wrong("trace --levels -2 app.py", "'-2' is not a whole number"),
        wrong("trace --max-events 1e9 app.py", "'1e9' is not a whole number"),
        wrong("trace --max-events 99999999999999999999 app.py", "is not a whole number"),
        wrong("trace --scope mine app.py", "'mine' is not one of user, stdlib, site"),
        wrong("trace --scope user,agent app.py", "'agent' is not one of user, stdlib"),
        wrong("trace --events call,jump app.py", "'jump' is not one of call, line, return"),
        wrong("trace --line-times --no-time app.py", "--line-times takes times, and --no-time"),
        wrong("trace --line-times --events call app.py", "--line-times needs line events: add"),
        wrong("trace --engine c app.py", "'c' is not one of auto, python, native"),
        wrong("compare --format xml app.py", "'--format': 'xml' is not one of text, json, html;"),
        wrong("depths --format xml app.py", "'--format': 'xml' is not one of text, json, html;"),
        wrong("diff --raw --format json a b", "leave out --time and --format json"),
        wrong("check --format xml", "'xml' is not one of text, json, github"),
        wrong("diff --fail-on all a b", "'all' is not one of program, unexplained, any"),
        wrong("completion fish", "'fish' is not one of bash, zsh"),
        wrong("trace --include [ab app.py", "glob '[ab'"),
        wrong("trace --function [ab app.py", "glob '[ab'"),
        wrong("trace --timeout 5x app.py", "'5x' is no duration"),
        wrong("trace --timeout 0 app.py", "no duration above zero"),
        wrong("trace --timeout -3s app.py", "'-3s' is no duration"),
        wrong("trace --env NAME app.py", "'NAME' is not of the form NAME=VALUE"),
        wrong("trace --env =x app.py", "'=x' is not of the form NAME=VALUE"),
        wrong("trace --cwd nowhere app.py", "--cwd: there is no directory"),
        wrong("trace -o a\udcff app.py", "'a\\udcff': it, or the locale, is not UTF-8; see"),
        wrong("report a\udcff", "'a\\udcff': it, or the locale, is not UTF-8; see"),
        wrong("trace --python-option O app.py", "'O' is no option"),
        wrong("trace --python-option --cwd app.py", "--python-option"),
        wrong("trace --python-option=-V app.py", "'-V' cannot be passed on: with it the interp"),
        wrong("trace --python-option=-OVV app.py", "the interpreter runs no program"),
        wrong("trace --python-option=-h app.py", "the interpreter runs no program"),
        wrong("trace --python-option=--version app.py", "the interpreter runs no program"),
        wrong("trace --python-option=--help-env app.py", "the interpreter runs no program"),
        wrong("trace --python-option=-x app.py", "it skips the first line of the program"),
        wrong("trace --python-option=-Ix app.py", "it skips the first line of the program"),
        wrong("trace --python-option=-cpass app.py", "behind Leadline's own options"),
        wrong("trace --python-option=-- app.py", "behind Leadline's own options"),
        wrong("trace --root nowhere app.py", "--root: there is no directory"),
        wrong("trace --root app.py app.py", "--root: there is no directory"),
        wrong("trace --max-processes 3 app.py", "--max-processes goes with --follow"),
        wrong("trace --follow --max-processes 0 app.py", "give 1 or more"),
        wrong("trace --follow --max-processes x app.py", "'x' is not a whole number"),
        wrong("trace --values args,all app.py", "'all' is not one of args, locals, return"),
        wrong("trace --redact [ab app.py", "glob '[ab'"),
        wrong("trace -o - app.py", "-o needs the name of a file; for one that is called '-'"),
        wrong("compare -o - app.py", "-o needs the name of a file"),
        wrong("diff -o - a b", "-o needs the name of a file"),
        wrong("depths -o - app.py", "-o needs the name of a file"),
        wrong("trace -o nowhere/x app.py", "-o: there is no directory"),
        wrong("trace -o . app.py", "is a directory"),
        wrong("trace -o app.py app.py", "is the program itself"),
        wrong("depths -o app.py app.py", "is the program itself"),
        wrong("compare -o app.py app.py", "is the program itself"),
        wrong("compare --coverage app.py app.py", "is the program itself"),
        wrong("compare --coverage . app.py", "--coverage: "),
        wrong("compare --coverage app.py/x app.py", "--coverage: there is no directory"),
        wrong("compare -o app.py/x app.py", "-o: there is no directory"),
        wrong("depths -o app.py/x app.py", "-o: there is no directory"),
        wrong("compare -o x --coverage ./x app.py", "/x is the file of -o, too"),
        wrong("check check.json -o app.py/x", "-o: there is no directory"),
        wrong("check check.json -o check.json", "check.json is the check file itself"),
        wrong("check check.json --junit check.json", "check.json is the check file itself"),
        wrong("check check.json --junit app.py", "app.py is a file that the check reads"),
        wrong("check check.json -o in.txt", "in.txt is a file that the check reads"),
        wrong("check check.json -o ./out.txt", "out.txt is a file that the check reads"),
        wrong("check check.json -o x --junit ./x", "--junit: "),
        wrong("merge in.txt out.txt --junit in.txt", "in.txt is a shard itself"),
        wrong("merge in.txt out.txt -o out.txt", "out.txt is a shard itself"),
        wrong("diff app.py b -o app.py", "is the trace itself"),
        wrong("diff a app.py -o ./app.py", "is the trace itself"),
        wrong("diff --raw -o x.html a b", "leave out --time and --format html"),
        wrong("trace --format picture app.py", "'picture' is not one of trace, tree, summary"),
        wrong("trace --format trace app.py", "--format trace needs -o FILE"),
        wrong("trace --format html app.py", "--format html needs -o FILE"),
        wrong("trace --quiet --verbose app.py", "--quiet and --verbose contradict each other"),
        wrong("trace --module-level --cutoff 3 app.py", "--module-level goes with --cutoff auto"),
        wrong("report", "Missing required parameter: 'TRACE'"),
        wrong("report a b", "unexpected argument b"),
        wrong("report app.py --levels -1", "'-1' is not a whole number"),
        wrong("report app.py --thread -1", "'-1' is not a whole number"),
        wrong("report app.py --process one", "'one' is not a whole number"),
        wrong("pythons --format yaml", "'yaml'"),
        wrong("completion fish", "'fish'"));
  }

  private static Arguments wrong(String line, String message) {
    return Arguments.of(line.isEmpty() ? List.of() : Arrays.asList(line.split(" ")), message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isRefusedInOneLine(List<String> line, String message) {
    CommandRun run = CommandRun.in(directory, line.toArray(String[]::new));

    assertThat(run.err.lines()).hasSize(1);
    assertThat(run.err).startsWith("leadline: ").contains(message).contains("; see leadline");
    assertThat(run.err.lines().findFirst().orElseThrow()).endsWith(" --help");
    assertThat(run.out).isEmpty();
    assertThat(run.status).isEqualTo(2);
    assertThat(directory.resolve("ran")).doesNotExist();
    assertThat(List.of("app.py", "in.txt", "out.txt", "check.json"))
        .allSatisfy(file -> assertThat(directory.resolve(file)).isNotEmptyFile());
  }

  @Test
  void aNameCannotSpeakToTheTerminal() {
    CommandRun run = CommandRun.in(directory, "trace", "no\u001b[2J\n\u202esuch.py");

    assertThat(run.status).isEqualTo(127);
    assertThat(run.err.lines()).hasSize(1);
    assertThat(run.err).contains("no\\x1b[2J\\n\\u202esuch.py").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void theEnvironmentNamesNoEngineEither() {
    CommandRun run =
        CommandRun.with(directory, Map.of("LEADLINE_ENGINE", "c"), "", "trace", "app.py");

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo("leadline: LEADLINE_ENGINE: 'c' is not one of auto, python, native\n");
    assertThat(directory.resolve("ran")).doesNotExist();
  }
}
