package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of README.md, CONTRIBUTING.md and docs run as they are written, from the top of the
 * checkout, and write what is shown.
 */
class DocumentedCommandsTest {

  /** Translations repeat the commands; {@link TranslationTest} compares them. */
  private static final Pattern TRANSLATION = Pattern.compile(".*\\.[a-z]{2}\\.md");

  private static final Pattern VERSION = Pattern.compile("CPython (\\d+\\.\\d+)\\.");

  /** What differs between runs and machines: times, shares, releases, processes, directories. */
  private static final Pattern VARIES =
      Pattern.compile(
          "\\d+(\\.\\d+)? +(ns|us|ms|s)\\b|<?\\d+%|CPython 3[^, :]+|on 3\\.\\d+\\.\\w+"
              + "|\"(process|time_ns)\":\\d+|(pid|fork of) \\d+|[^ ]*/lib/python3\\.\\d+/[^ ]*");

  private static final Pattern RELEASE = Pattern.compile("\\b(3\\.\\d+)\\.\\d+\\w*");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> commands() {
    return Page.all().stream()
        .filter(page -> !TRANSLATION.matcher(page.name()).matches())
        .flatMap(
            page ->
                page.consoles().stream()
                    .filter(block -> block.notTested().isEmpty())
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                page.name() + ":" + block.line(), () -> runs(block))));
  }

  /** A test that runs all tests cannot be one of them. */
  @Test
  void theTestCommandIsTheOneThatContinuousIntegrationRuns() throws IOException {
    String script = Files.readString(Repository.ROOT.resolve(".ci/run"));

    assertThat(Page.of("README.md").text()).contains("$ mvn -B verify\n");
    assertThat(script).endsWith("exec mvn -B verify\n");
  }

  @Test
  void theCheckFileIsTheOneThatRuns() {
    assertThat(Page.of("docs/checks.md").text())
        .contains("```yaml\n" + Page.of("integration-tests/check/example/leadline.yaml").text());
  }

  @Test
  void theReferenceOfKeysIsWhatTheSchemaGives() {
    Outcome page =
        Run.process(
            Repository.ROOT,
            List.of("sh", "-c", "./leadline check --schema | python3 docs/check_keys.py"));

    assertThat(page.status()).as(page.errText()).isZero();
    assertThat(Page.of("docs/check-keys.md").text()).isEqualTo(page.outText());
  }

  private void runs(Page.Block block) {
    for (Page.Command command : block.commands()) {
      Interpreters.assumeThoseOf(command.text());
      List<String> lines = run(command.text());
      List<String> shown = masked(command.output());
      if (!fits(shown, lines)) {
        assumeTrue(
            isShownVersion(command),
            () -> "the page shows another CPython than python3: " + versionOfPython());
        assertThat(lines).as(command.text()).isEqualTo(shown);
      }
    }
  }

  /** The hash seed that all tests get is not one of a reader of the page. */
  private List<String> run(String command) {
    String here = command.replace("/tmp/", temporary + "/");
    Outcome outcome =
        Run.process(Repository.ROOT, List.of("env", "-u", "PYTHONHASHSEED", "sh", "-c", here));
    assertThat(outcome.status()).as("%s%n%s", command, outcome.errText()).isZero();
    return masked((outcome.outText() + outcome.errText()).lines().toList());
  }

  /** Whether output is what is shown; all is where nothing is. */
  private static boolean fits(List<String> shown, List<String> lines) {
    if (shown.isEmpty()) {
      return true;
    }
    StringBuilder pattern = new StringBuilder();
    for (String line : shown) {
      pattern.append(line.equals("...") ? "(.*\n)*?" : Pattern.quote(line + "\n"));
    }
    return Pattern.matches(pattern.toString(), String.join("\n", lines) + "\n");
  }

  private List<String> masked(List<String> lines) {
    List<String> masked = lines.stream().map(this::withoutWhatVaries).toList();
    int end = masked.size();
    while (end > 0 && masked.get(end - 1).isEmpty()) {
      end--;
    }
    return masked.subList(0, end);
  }

  private String withoutWhatVaries(String line) {
    String path =
        line.replace(Repository.ROOT + "/", "/home/me/leadline/")
            .replace(temporary + "/", "/tmp/")
            // CPython up to 3.8 has the file of a script as it was given
            .replace("\"file\":\"/home/me/leadline/", "\"file\":\"");
    String bare = VARIES.matcher(path).replaceAll("~");
    return RELEASE.matcher(bare).replaceAll("$1").replaceAll(" +", " ").strip();
  }

  /** Whether the output that is shown is of the CPython that ran, or names none. */
  private boolean isShownVersion(Page.Command command) {
    if (Interpreters.areNamedBy(command.text())) {
      return true;
    }
    return VERSION
        .matcher(String.join("\n", command.output()))
        .results()
        .findFirst()
        .map(version -> version.group(1).equals(versionOfPython()))
        .orElse(true);
  }

  private String versionOfPython() {
    String code = "import sys; print('%d.%d' % sys.version_info[:2])";
    return Run.process(temporary, List.of("python3", "-c", code)).outText().strip();
  }
}
