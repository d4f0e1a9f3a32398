package dev.leadline.check.expect.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Exposed;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.across.SameAcross;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison.Allowance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a program writes, and whether it does the same twice. */
class OutputExpectationsTest extends ExpectationCase {

  private static final String PLAIN = "def f(n):\n    return n\n\nf(1)\nprint('a')\n";

  @Test
  void stdoutIsHeldAgainstAFileByteForByte() throws IOException {
    Path file = directory.resolve("expected.txt");
    String source = "print('one')\nprint('two')\n";
    Files.writeString(file, "one\ntwo\n");
    assertThat(exposed.judged(new StdoutIs(file), source)).isEqualTo(Verdict.holds());

    Files.writeString(file, "one\nthree\n");
    Verdict verdict = exposed.judged(new StdoutIs(file), source);
    assertThat(verdict.message())
        .isEqualTo("line 2 of stdout is not the expected one of expected.txt");
    assertThat(verdict.detail()).containsExactly("expected:  three", "stdout:    two");
    assertThat(verdict.spot()).contains(new Place("expected.txt", 2));

    Files.writeString(file, "one\r\ntwo\r\n");
    assertThat(exposed.judged(new StdoutIs(file), source).detail())
        .containsExactly("expected:  one\r", "stdout:    one");
    Files.writeString(file, "one\ntwo");
    assertThat(exposed.judged(new StdoutIs(file), source).message())
        .endsWith("they differ in the newline at the end, or far to the right");
    Files.writeString(file, "one\n");
    assertThat(exposed.judged(new StdoutIs(file), source).detail())
        .containsExactly("expected:  (the end)", "stdout:    two");
  }

  @Test
  void aFileThatIsNotThereIsToBeWritten() throws IOException {
    Verdict verdict = exposed.judged(new StdoutIs(directory.resolve("no.txt")), PLAIN);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdict.message()).startsWith("there is no file " + directory.resolve("no.txt"));
  }

  @Test
  void theSameTwiceIsTheSame() throws IOException {
    SameAcross same = same(Category.OF_INTERPRETERS);
    assertThat(same.judge(List.of(exposed.shown(same, PLAIN), exposed.shown(same, PLAIN))))
        .containsExactly(Verdict.holds(), Verdict.holds());
    assertThat(same.judge(List.of(exposed.shown(same, PLAIN))))
        .extracting(Verdict::kind)
        .containsExactly(Verdict.Kind.UNKNOWN);
  }

  @Test
  void differencesAreReportedForTheSecond() throws IOException {
    SameAcross same = same(Category.OF_INTERPRETERS);
    String other = PLAIN.replace("f(1)", "f(1); f(2)").replace("'a'", "'b'") + "exit(3)\n";

    List<Verdict> verdicts =
        same.judge(List.of(exposed.shown(same, PLAIN), exposed.shown(same, other)));

    assertThat(verdicts.get(0)).isEqualTo(Verdict.holds());
    assertThat(verdicts.get(1).kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdicts.get(1).message())
        .startsWith("not as on 3.")
        .contains("exit status 3 instead of exit status 0", "line 1 of stdout is another one")
        .contains("of the program");
    assertThat(verdicts.get(1).detail())
        .anyMatch(line -> line.contains("1 call on the right only: f"));
    assertThat(verdicts.get(1).spot()).isPresent();
  }

  @Test
  void whatIsAllowedMayDiffer() throws IOException {
    SameAcross same = same(EnumSet.allOf(Category.class));
    String other = PLAIN.replace("f(1)", "f(1); f(2)");

    Verdict verdict =
        same.judge(List.of(exposed.shown(same, PLAIN), exposed.shown(same, other))).get(1);

    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.HOLDS);
    assertThat(verdict.message()).startsWith("as on 3.").endsWith("that may be");
  }

  private static SameAcross same(Set<Category> allowed) {
    return new SameAcross(allowed, Allowance.NONE, false);
  }

  @Test
  void functionsAndCausesThatAreAllowedMayDifferAndNoOthers() throws IOException {
    String other = PLAIN.replace("f(1)", "f(1); f(2)").replace("'a'", "'b'");
    Set<Category> usual = Category.OF_INTERPRETERS;
    SameAcross both =
        new SameAcross(
            usual,
            new Allowance(one -> one.qualname().equals("f"), Set.of("unexplained", "stdout")),
            false);
    SameAcross function =
        new SameAcross(
            usual, new Allowance(one -> one.qualname().equals("f"), Set.of("unexplained")), false);

    Verdict allowed =
        both.judge(List.of(exposed.shown(both, PLAIN), exposed.shown(both, other))).get(1);
    Verdict refused =
        function
            .judge(List.of(exposed.shown(function, PLAIN), exposed.shown(function, other)))
            .get(1);

    assertThat(allowed.kind()).as(allowed.message()).isEqualTo(Verdict.Kind.HOLDS);
    assertThat(refused.message()).endsWith(": line 1 of stdout is another one");
  }

  @Test
  void whatASecondRunDoesOtherwiseIsNoFault() throws IOException {
    String unstable =
        "import os\n"
            + "def f():\n    return 1\n"
            + "def g():\n    return 2\n"
            + "count = len([one for one in os.listdir('.') if one.startswith('run-')])\n"
            + "open('run-%d' % os.getpid(), 'w').close()\n"
            // the second runs are made at the same time, and do the same
            + "print([f, g][count]() if count < 2 else f() + g(), os.getpid())\n";
    SameAcross same =
        new SameAcross(
            EnumSet.of(Category.UNSTABLE, Category.RUNTIME, Category.COMPILER),
            Allowance.NONE,
            true);

    try (Exposed again = new Exposed(directory)) {
      Verdict verdict =
          same.judge(List.of(exposed.shown(same, unstable), again.shown(same, unstable))).get(1);

      assertThat(verdict.kind()).as(verdict.toString()).isEqualTo(Verdict.Kind.HOLDS);
      assertThat(verdict.message()).endsWith("of them not repeatable");
    }
  }
}
