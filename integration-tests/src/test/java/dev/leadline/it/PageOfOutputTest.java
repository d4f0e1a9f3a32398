package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of a real package, whose functions call one another again and again, is a page. */
class PageOfOutputTest {

  /** Lines of a terminal. */
  private static final int PAGE = 24;

  /** Nested arrays and tables: each level is a call of parse_value by way of others. */
  private static final String PROGRAM =
      """
      import sys
      sys.path.insert(0, sys.argv[1])
      import tomli

      def main():
          for count in range(20):
              tomli.loads("a = [[[[1], [2]], [[3]]], {b = [1, {c = [2, {d = [3]}]}]}]\\n[t]\\nx = 1\\n")

      main()
      """;

  @TempDir Path work;

  @Test
  void recursionThroughOtherFunctionsIsOneRowEach() throws IOException {
    Optional<String> packages = Optional.ofNullable(System.getenv("LEADLINE_PACKAGES"));
    Assumptions.assumeTrue(
        packages.isPresent(),
        "LEADLINE_PACKAGES names no directory of packages; .ci/run fetches them and does");
    Files.writeString(work.resolve("app.py"), PROGRAM);
    Outcome traced =
        Run.leadline(
            work,
            List.of(
                "trace",
                "-o",
                "t",
                "--root",
                packages.get(),
                "--root",
                ".",
                "app.py",
                packages.get()));
    assertThat(traced.status()).as(traced.err()).isZero();

    List<String> page = tree("--function", "parse_*");
    List<String> unfolded = tree("--function", "parse_*", "--no-fold");

    assertThat(page).hasSizeLessThan(PAGE);
    assertThat(unfolded).hasSizeGreaterThan(PAGE);
    assertThat(page)
        .filteredOn(line -> line.contains(" parse_value "))
        .singleElement()
        .asString()
        .matches(" +400 .* parse_value +x8 deep .*");
    assertThat(page).filteredOn(line -> line.contains(" parse_array ")).hasSize(1);
  }

  private List<String> tree(String... options) {
    List<String> command = new ArrayList<>(List.of("report", "t", "--format", "tree"));
    command.addAll(List.of(options));
    return Run.leadline(work, command).out().lines().toList();
  }
}
