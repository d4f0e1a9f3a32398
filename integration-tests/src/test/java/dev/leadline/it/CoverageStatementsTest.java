package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.it.Interpreters.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A check's {@code coverage} has the statements, those that did not run and the percentages that
 * coverage.py 7 has. This is the bounded part; {@code coverage/against_coverage_py.py} compares
 * more packages.
 */
class CoverageStatementsTest {

  private static final Path COVERAGE = Repository.TESTS.resolve("coverage");
  private static final Path SCRIPT = COVERAGE.resolve("against_coverage_py.py");
  private static final Path DATA = COVERAGE.resolve("data_against_coverage_py.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path work;

  /** The figures are those of coverage.py 7.16. */
  @ParameterizedTest
  @CsvSource({
    "type_checking.py, 3.6, 71%: 5 of 7 statements ran",
    "multiline_cov.py, 3.6, 100%: 4 of 4 statements ran",
    "case_cov.py, 3.10, 100%: 5 of 5 statements ran"
  })
  void everyInterpreterHasTheFiguresOfCoveragePy(String name, String since, String figures)
      throws IOException {
    String pythons =
        Interpreters.all().stream()
            .filter(one -> Interpreters.version(one).atLeast(since))
            .map(one -> "'" + one.executable() + "'")
            .collect(Collectors.joining(", "));
    Assumptions.assumeFalse(pythons.isEmpty(), "there is no CPython " + since + " or newer");
    Files.copy(COVERAGE.resolve("cases").resolve(name), work.resolve(name));
    Files.writeString(
        work.resolve("leadline.yaml"),
        "runs: [{program: " + name + ", python: [" + pythons + "], expect: {coverage: 0}}]\n");

    Outcome outcome = Run.leadline(work, List.of("check", "--format", "json"));

    assertThat(outcome.status()).as(outcome.outText() + outcome.errText()).isZero();
    List<JsonNode> suites = JSON.readTree(outcome.outText()).findParents("cases");
    assertThat(suites)
        .isNotEmpty()
        .allSatisfy(
            suite ->
                assertThat(suite.findValuesAsText("message"))
                    .as(suite.toString())
                    .contains(figures));
  }

  /** Of each version one interpreter, with the coverage.py 7 that it can import. */
  @TestFactory
  Stream<DynamicTest> realPackagesHaveTheStatementsOfCoveragePy() {
    String packages = System.getenv("LEADLINE_COVERED");
    Map<Version, Measured> measured = new TreeMap<>();
    Measured.inEnvironment().orElse(List.of()).stream()
        .filter(CoverageStatementsTest::isOfVersion7)
        .forEach(one -> measured.putIfAbsent(one.version(), one));
    if (packages == null || measured.isEmpty()) {
      String why =
          "LEADLINE_COVERAGE and LEADLINE_COVERED name no coverage.py 7 and no packages;"
              + " .ci/run fetches them and does";
      return Stream.of(DynamicTest.dynamicTest(why, () -> Assumptions.abort(why)));
    }
    return measured.values().stream()
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> compare(SCRIPT, one, packages)));
  }

  /**
   * The data file of {@code --format coverage} has the branches of {@code coverage run --branch},
   * also of version 6.5: on the oldest interpreter that the packages run on, and on the newest.
   */
  @TestFactory
  Stream<DynamicTest> dataFilesHaveTheBranchesOfCoveragePy() {
    String packages = System.getenv("LEADLINE_COVERED");
    List<Measured> measured =
        Measured.inEnvironment().orElse(List.of()).stream()
            .filter(Measured::tracesLines)
            .filter(one -> one.version().atLeast("3.11"))
            .toList();
    if (packages == null || measured.isEmpty()) {
      String why = "LEADLINE_COVERAGE and LEADLINE_COVERED name no coverage.py and no packages";
      return Stream.of(DynamicTest.dynamicTest(why, () -> Assumptions.abort(why)));
    }
    Version oldest = measured.stream().map(Measured::version).min(Version::compareTo).get();
    Version newest = measured.stream().map(Measured::version).max(Version::compareTo).get();
    return measured.stream()
        .filter(one -> one.version().equals(oldest) || one.version().equals(newest))
        .filter(one -> one.core().equals("ctrace") || one.version().equals(oldest))
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> compare(DATA, one, packages)));
  }

  private static boolean isOfVersion7(Measured measured) {
    try (Stream<Path> files = Files.list(measured.directory())) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("coverage-7."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(Path script, Measured measured, String packages) {
    Outcome outcome =
        measured.plain(
            work,
            script.toString(),
            "--coverage",
            measured.directory().toString(),
            "--packages",
            packages,
            "-v",
            measured.executable());

    assertThat(outcome.errText()).isEmpty();
    assertThat(outcome.status()).as(outcome.outText()).isZero();
  }
}
