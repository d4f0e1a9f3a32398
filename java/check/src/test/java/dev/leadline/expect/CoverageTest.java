package dev.leadline.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.filter.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTest extends ExpectationCase {

  /** Six lines of ten run. */
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

  @Test
  void theLinesThatRanAreHeldAgainstThoseThatCan() throws IOException {
    assertThat(exposed.judged(overall(60), SOURCE))
        .isEqualTo(Verdict.holds("60%: 6 of 10 lines ran"));

    Verdict verdict = exposed.judged(overall(60.5), SOURCE);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.FAILS);
    assertThat(verdict.message()).isEqualTo("60%: 6 of 10 lines ran, expected 60.5%");
    assertThat(verdict.detail()).containsExactly("app.py  60%, not run: 4-6, 9");
    assertThat(verdict.spot()).contains(new Place("app.py", 4));
  }

  @Test
  void whatIsOptimisedAwayDoesNotCount() throws IOException {
    try (Exposed optimised = new Exposed(directory, "-O")) {
      assertThat(optimised.judged(overall(50), SOURCE).message())
          .isEqualTo("33.3%: 3 of 9 lines ran, expected 50%");
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
        .isEqualTo(Verdict.holds("50%: 2 of 4 lines ran"));
    assertThat(exposed.judged(of("pkg/*.py", 51), source).message())
        .isEqualTo("pkg/half.py: 50%: 2 of 4 lines ran, expected 51%");
    assertThat(exposed.judged(of("other.py", 1), source).message())
        .isEqualTo("nothing ran of a file other.py, expected 1%");
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
