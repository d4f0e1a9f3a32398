package dev.leadline.check.expect.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.calls.Never;
import dev.leadline.filter.Glob;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which exceptions are raised, and how a program ends. */
class EndExpectationsTest extends ExpectationCase {

  private static final String CAUGHT =
      """
      class Own(Exception):
          pass

      def inner(value):
          if value:
              raise KeyError(value)

      def outer():
          try:
              inner('k')
          except KeyError:
              return 1

      outer()
      try:
          raise Own
      except Own:
          pass
      """;

  private static final String UNCAUGHT =
      """
      def inner():
          raise ValueError('bad')

      def outer():
          inner()

      outer()
      """;

  @Test
  void anExceptionIsSeenWhereItWasRaisedAndWhereItCameUp() throws IOException {
    assertThat(judged(raises("KeyError"), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(raisesIn("KeyError", "inner"), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(raisesIn("KeyError", "outer"), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(raises("Own"), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(raises("__main__.Own"), CAUGHT)).isEqualTo(Verdict.holds());
  }

  @Test
  void anExceptionThatIsNotSeenIsReportedWithThoseThatWere() throws IOException {
    Verdict verdict = judged(raisesIn("LookupError", "inner"), CAUGHT);

    assertThat(verdict.message()).isEqualTo("LookupError was not seen in inner, expected it");
    assertThat(verdict.detail())
        .containsExactly("seen: KeyError in outer, once", "seen: KeyError in inner, once");
    assertThat(judged(raisesIn("KeyError", "innner"), CAUGHT).message())
        .endsWith("that was not called; did you mean inner?");
  }

  @Test
  void whatIsNeverRaisedIsNot() throws IOException {
    assertThat(judged(never("ValueError"), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(never("Own"), CAUGHT).message())
        .isEqualTo("__main__.Own was seen in <module>, expected never");

    Verdict verdict = judged(never("ValueError"), UNCAUGHT);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(judged(new Never(Never.What.EXCEPTION, Glob.compile("Key*")), CAUGHT).spot())
        .contains(new Place("app.py", 6));
  }

  @Test
  void anUncaughtExceptionEndsTheProgram() throws IOException {
    assertThat(judged(new Raises(Glob.compile("ValueError"), Optional.empty(), true), UNCAUGHT))
        .isEqualTo(Verdict.holds());

    Verdict verdict = judged(new Raises(Glob.compile("KeyError"), Optional.empty(), true), CAUGHT);
    assertThat(verdict.message())
        .isEqualTo("the program ran to its end, expected an uncaught KeyError, which was caught");
  }

  @Test
  void nothingIsRaisedWhereAllIsCaughtInside() throws IOException {
    String source =
        """
        def numbers():
            yield 1
            yield 2

        def first():
            for n in numbers():
                return n

        def main():
            try:
                raise KeyError
            except KeyError:
                pass
            first()
            list(numbers())
            next(numbers())
            raise SystemExit(0)

        main()
        """;
    assertThat(judged(new RaisesNothing(), source)).isEqualTo(Verdict.holds());
  }

  @Test
  void anExceptionIsReportedWhereItLeftTheFirstFunction() throws IOException {
    Verdict verdict = judged(new RaisesNothing(), CAUGHT);

    assertThat(verdict.message()).isEqualTo("KeyError left inner, expected none");
    assertThat(verdict.detail())
        .containsExactly(
            "  outer  app.py:10",
            ">   inner  app.py:4  raised KeyError",
            "      !KeyError: 'k'  app.py:6");
    assertThat(verdict.spot()).contains(new Place("app.py", 6));
  }

  @Test
  void anExceptionOfTheOutermostLevelEndsTheProgram() throws IOException {
    assertThat(judged(new RaisesNothing(), "raise ValueError('bad')").message())
        .isEqualTo("ValueError: bad ended the program, expected none");
  }

  @Test
  void theExitStatusIsHeldAgainstTheOneThatIsExpected() throws IOException {
    assertThat(judged(new ExitsWith(0), CAUGHT)).isEqualTo(Verdict.holds());
    assertThat(judged(new ExitsWith(3), "import sys; sys.exit(3)")).isEqualTo(Verdict.holds());
    assertThat(judged(new ExitsWith(0), "import sys; sys.exit(3)").message())
        .isEqualTo("exit status 3, expected exit status 0");

    Verdict verdict = judged(new ExitsWith(0), UNCAUGHT);
    assertThat(verdict.message())
        .isEqualTo("exit status 1 (ValueError: bad), expected exit status 0");
    assertThat(verdict.detail()).containsExactly("stderr ends with: ValueError: bad");
    assertThat(verdict.spot()).contains(new Place("app.py", 2));
  }

  @Test
  void aSignalHasAStatusAndAName() throws IOException {
    String source = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)";
    assertThat(judged(new ExitsWith(0), source).message())
        .startsWith("the program died, killed by signal 11 (SIGSEGV)")
        .endsWith("expected exit status 0");
    assertThat(judged(new ExitsWith(139), source)).isEqualTo(Verdict.holds());
  }

  @Test
  void aProgramThatRanOutOfTimeEndsWithNoStatusThatIsExpected() throws IOException {
    exposed = exposed.stoppedAfter(Duration.ofMillis(100));
    String source = "import time\ndef f():\n    time.sleep(60)\nf()\n";
    assertThat(judged(new ExitsWith(143), source).message())
        .startsWith("the program ran out of time: stopped when its time was up");
  }

  private static Never never(String type) {
    return new Never(Never.What.EXCEPTION, Glob.compile(type));
  }

  private static Raises raises(String type) {
    return new Raises(Glob.compile(type), Optional.empty(), false);
  }

  private static Raises raisesIn(String type, String function) {
    return new Raises(Glob.compile(type), Optional.of(Glob.compile(function)), false);
  }

  private Verdict judged(Expectation expectation, String source) throws IOException {
    return exposed.judged(expectation, source);
  }
}
