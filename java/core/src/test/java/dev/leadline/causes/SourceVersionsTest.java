package dev.leadline.causes;

import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceGroup;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.source.SourceAccess;
import dev.leadline.wire.Events;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the library and of packages that are the same on both sides, or are not. */
class SourceVersionsTest {

  private static final String STAYS = call("21,22,");
  private static final String RAISES = call(line(21) + exception(21, "KeyError", "'k'") + line(22));

  @TempDir Path directory;

  @Test
  void twoSourcesOfAPackageAreAnotherVersionOfIt() throws IOException {
    List<Cause> causes =
        causes("site", "a/site-packages/p.py", "one", "b/site-packages/p.py", "two");

    assertThat(causes).isNotEmpty();
    assertThat(causes).extracting(Cause::id).containsOnly("package-source");
    assertThat(causes).extracting(Cause::category).containsOnly(Category.PROGRAM);
    assertThat(causes.get(0).why()).endsWith("different sources of {site}/p.py");
  }

  @Test
  void twoSourcesOfTheLibraryAreTheInterpreters() throws IOException {
    List<Cause> causes =
        causes("stdlib", "a/lib/python3.11/p.py", "one", "b/lib/python3.12/p.py", "two");

    assertThat(causes).isNotEmpty();
    assertThat(causes).extracting(Cause::id).containsOnly("library-source");
    assertThat(causes).extracting(Cause::category).containsOnly(Category.RUNTIME);
  }

  @Test
  void equalSourcesOrThoseOfTheUserExplainNothing() throws IOException {
    assertThat(causes("site", "a/site-packages/p.py", "one", "b/site-packages/p.py", "one"))
        .extracting(Cause::id)
        .isNotEmpty()
        .doesNotContain("package-source", "library-source");
    assertThat(causes("user", "a/p.py", "one", "a/p.py", "one"))
        .extracting(Cause::id)
        .isNotEmpty()
        .doesNotContain("package-source", "library-source");
  }

  @Test
  void frozenModulesOfTwoVersionsAreTwoSources() throws IOException {
    Path frozen = Path.of("<frozen importlib._bootstrap>");
    Path file = Path.of("/usr/lib/python3.10/importlib/_bootstrap.py");

    for (List<Cause> causes :
        List.of(
            causes(
                execution("3.11.7", "frozen", frozen, STAYS),
                execution("3.12.1", "frozen", frozen, RAISES)),
            causes(
                execution("3.10.13", "stdlib", file, STAYS),
                execution("3.11.7", "frozen", frozen, RAISES)))) {
      assertThat(causes).isNotEmpty();
      assertThat(causes).extracting(Cause::id).containsOnly("library-source");
      assertThat(causes).extracting(Cause::category).containsOnly(Category.RUNTIME);
    }
  }

  @Test
  void frozenModulesOfOneVersionExplainNothing() throws IOException {
    Path frozen = Path.of("<frozen importlib._bootstrap>");

    assertThat(
            causes(
                execution("3.12.1", "frozen", frozen, STAYS),
                execution("3.12.1", "frozen", frozen, RAISES)))
        .extracting(Cause::category)
        .isNotEmpty()
        .containsOnly(Category.PROGRAM);
  }

  private List<Cause> causes(
      String scope, String left, String leftText, String right, String rightText)
      throws IOException {
    return causes(
        execution("3.11.7", scope, written(left, leftText), STAYS),
        execution("3.12.1", scope, written(right, rightText), RAISES));
  }

  /** Of what the function is found to do otherwise; closes both. */
  private static List<Cause> causes(Execution left, Execution right) throws IOException {
    try (left;
        right) {
      return new Comparer(new KnownCauses(FactsSource.NONE, SourceAccess.RUN))
          .compare(left, right).groups().stream()
              .filter(group -> group.function().qualname().equals("f"))
              .map(DifferenceGroup::cause)
              .toList();
    }
  }

  private Path written(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String call(String events) {
    return Events.call(2, 10, 20, 4, 1) + events + returned(22, 10);
  }

  private static Execution execution(String version, String scope, Path file, String events)
      throws IOException {
    String header =
        Traces.HEADER.replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"" + version + "\"");
    String f = Traces.code(2, "f", 20, false);
    String there =
        f.replaceFirst("\"file\":\"[^\"]*\"", "\"file\":\"" + file + "\"")
            .replaceFirst("\"scope\":\"[^\"]*\"", "\"scope\":\"" + scope + "\"");
    return Executions.ofTrace(
        header + Executions.CODES.replace(f, there) + Traces.events(events) + Traces.END);
  }
}
