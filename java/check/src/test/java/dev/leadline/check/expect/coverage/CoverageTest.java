package dev.leadline.check.expect.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.expect.ExpectationCase;
import dev.leadline.check.expect.Exposed;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.filter.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTest extends ExpectationCase {

  /** Six statements of ten run. */
  private static final String SOURCE =
      """
      def f(x):
          if x:
              return 1
          y = 2
          y += 1
          return y

      def g():
          return 3

      assert f(1)
      z = 1
      if z > 1:  # pragma: no cover
          z = 2
      """;

  private static final String TYPE_CHECKING =
      """
      from typing import TYPE_CHECKING, overload
      if TYPE_CHECKING:
          import os
          import sys
      @overload
      def f(a: int) -> int: ...
      @overload
      def f(a: str) -> str: ...
      def f(a):
          \"""Doc.\"""
          return (a +
                  a)
      def g():
          x = dict(
              a=1,
              b=2,
              c=3,
          )
          return x
      f(1)
      """;

  private static final String MULTILINE =
      """
      def f(x):
          assert x, (
              "never shown"
          )
          return x
      f(1)
      """;

  @Test
  void theStatementsThatRanAreHeldAgainstThoseThatCan() throws IOException {
    assertThat(exposed.judged(overall(60), SOURCE))
        .isEqualTo(Verdict.holds("60%: 6 of 10 statements ran"));

    Verdict verdict = exposed.judged(overall(60.5), SOURCE);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdict.message()).isEqualTo("60.0%: 6 of 10 statements ran, expected 60.5%");
    assertThat(verdict.detail()).containsExactly("app.py  60%, not run: 4-6, 9");
    assertThat(verdict.spot()).contains(new Place("app.py", 4));
  }

  @Test
  void whatIsOptimisedAwayDoesNotCount() throws IOException {
    try (Exposed optimised = new Exposed(directory, "-O")) {
      assertThat(optimised.judged(overall(50), SOURCE).message())
          .isEqualTo("33%: 3 of 9 statements ran, expected 50%");
    }
  }

  @Test
  void eachFileThatAGlobNamesIsHeldByItself() throws IOException {
    Files.createDirectories(directory.resolve("pkg"));
    Files.writeString(directory.resolve("pkg/half.py"), "x = 1\nif x > 1:\n    x = 2\n    x = 3\n");
    Files.writeString(directory.resolve("pkg/whole.py"), "x = 1\n");
    String source = "import pkg.half, pkg.whole\n";

    assertThat(exposed.judged(of("whole.py", 100), source).kind()).isEqualTo(Verdict.Kind.HOLDS);
    assertThat(exposed.judged(of("pkg/*.py", 50), source))
        .isEqualTo(Verdict.holds("50%: 2 of 4 statements ran"));
    assertThat(exposed.judged(of("pkg/*.py", 51), source).message())
        .isEqualTo("pkg/half.py: 50%: 2 of 4 statements ran, expected 51%");
    assertThat(exposed.judged(of("other.py", 1), source).message())
        .isEqualTo("nothing ran of a file other.py, expected 1%");
  }

  /** The figures are coverage.py's. */
  @Test
  void whatIsThereForTypeCheckersDoesNotCount() throws IOException {
    assertThat(exposed.judged(overall(71), TYPE_CHECKING))
        .isEqualTo(Verdict.holds("71%: 5 of 7 statements ran"));

    Verdict verdict = exposed.judged(overall(72), TYPE_CHECKING);
    assertThat(verdict.message()).isEqualTo("71%: 5 of 7 statements ran, expected 72%");
    assertThat(verdict.detail()).containsExactly("app.py  71%, not run: 14-19");
  }

  /** The figures are coverage.py's. */
  @Test
  void aStatementOfSeveralLinesRanWhereOneOfThemDid() throws IOException {
    assertThat(exposed.judged(overall(100), MULTILINE))
        .isEqualTo(Verdict.holds("100%: 4 of 4 statements ran"));
  }

  @Test
  void percentagesAreWithinReason() {
    assertThat(overall(80).title()).isEqualTo("coverage: 80%");
    assertThat(of("a*.py", 82.50).title()).isEqualTo("coverage: a*.py 82.5%");
    assertThatThrownBy(() -> overall(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> overall(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Coverage overall(double percent) {
    return new Coverage(Optional.empty(), percent);
  }

  private static Coverage of(String glob, double percent) {
    return new Coverage(Optional.of(Glob.compile(glob)), percent);
  }
}
