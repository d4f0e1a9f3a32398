package dev.leadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.output.ExitStatus;
import dev.leadline.report.ReportFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "trace",
        "report",
        "depths",
        "compare",
        "diff",
        "check",
        "merge",
        "pythons",
        "completion"
      })
  void everyCommandHasExamplesAndItsExitStatuses(String command) {
    String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};

    CommandRun run = CommandRun.in(directory, args);

    assertThat(run.status).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out)
        .contains("Usage: leadline " + command, "Examples:", "  leadline ")
        .contains(
            "Exit status:",
            "125   Leadline itself failed",
            "124   of trace: the program ran longer")
        .doesNotContain("\u001b", "${", "$$", "%n");
    assertThat(run.out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void theFormatsAreNamed() {
    String names = String.join(", ", ReportFormats.ALL.names());

    assertThat(CommandRun.in(directory, "trace", "--help").out.replaceAll("\\s+", " "))
        .contains("One of " + names + ".")
        .contains("$LEADLINE_PYTHON,");
  }

  @Test
  void theVersionNamesLeadlineAndJava() {
    CommandRun run = CommandRun.in(directory, "--version");

    assertThat(run.status).isZero();
    assertThat(run.out.lines()).hasSize(2);
    assertThat(run.out).startsWith("Leadline ").contains("Java " + Runtime.version().feature());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theCompletionIsAScriptThatBashTakes(String shell) throws Exception {
    CommandRun run = CommandRun.in(directory, "completion", shell);

    assertThat(run.status).isZero();
    assertThat(run.out).contains("_complete_leadline", "--module-level", "ndjson");
    assertThat(checkedByBash(run.out)).isZero();
  }

  private static int checkedByBash(String script) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "-n")
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    return bash.waitFor();
  }

  @Test
  void everyExitStatusIsListedOnceAndTheProgramsOwnBehindThem() {
    Stream<String> ours =
        Arrays.stream(ExitStatus.values()).map(status -> Integer.toString(status.number()));

    assertThat(ExitStatus.listing(ExitStatus.values()))
        .containsOnlyKeys(Stream.concat(ours, Stream.of("any")).toArray(String[]::new));
  }
}
