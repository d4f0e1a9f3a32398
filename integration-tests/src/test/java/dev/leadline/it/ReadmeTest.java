package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md run as they stand there, from the top of the checkout. */
class ReadmeTest {

  private static final Path README = Repository.ROOT.resolve("README.md");

  /** A block of commands, and the block of output that follows at once, if one does. */
  private static final Pattern EXAMPLE =
      Pattern.compile("```console\n(.*?)```\n(?:```\n(.*?)```)?", Pattern.DOTALL);

  /** What differs from run to run and from machine to machine: times, versions, processes. */
  private static final Pattern VERSION = Pattern.compile("CPython (\\d+\\.\\d+)\\.");

  private static final Pattern VARIES =
      Pattern.compile(
          "\\d+(\\.\\d+)? +(ns|us|ms|s)\\b|CPython [^,]+|on 3\\.\\d+\\.\\w+|\"(process|time_ns)\":\\d+"
              + "|(pid|fork of) \\d+");

  private record Example(List<String> commands, List<String> output) {}

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> commandsDoWhatTheReadmeShows() throws IOException {
    List<Example> examples = examples();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    return examples.stream()
        .map(e -> DynamicTest.dynamicTest(e.commands().toString(), () -> check(e)));
  }

  @Test
  void theTestCommandIsTheOneThatContinuousIntegrationRuns() throws IOException {
    String script = Files.readString(Repository.ROOT.resolve(".ci/run"));

    assertThat(Files.readString(README)).contains("$ mvn -B verify\n");
    assertThat(script).endsWith("exec mvn -B verify\n");
  }

  private void check(Example example) throws IOException {
    String all = "";
    for (String command : example.commands()) {
      all += run(command);
    }
    // The numbers of a library's program are its version's; those of our own are the same for all.
    boolean ours = example.commands().stream().allMatch(c -> c.contains("seed"));
    List<String> lines = all.lines().map(ReadmeTest::withoutWhatVaries).toList();
    List<String> promised = example.output().stream().map(ReadmeTest::withoutWhatVaries).toList();
    List<String> needed = ours ? promised : promised.subList(0, Math.min(7, promised.size()));
    if (!lines.containsAll(needed)) {
      Assumptions.assumeTrue(
          versionShown().equals(versionOfPython()),
          () -> "README shows another CPython than python3 is: " + versionOfPython());
    }
    assertThat(lines).containsAll(needed);
  }

  /** X.Y of the interpreter that the README's examples were made with. */
  private static String versionShown() throws IOException {
    return VERSION.matcher(Files.readString(README)).results().findFirst().orElseThrow().group(1);
  }

  private String versionOfPython() {
    String code = "import sys; print('%d.%d' % sys.version_info[:2])";
    return Run.process(temporary, List.of("python3", "-c", code)).outText().strip();
  }

  private String run(String command) {
    String here = command.replace("/tmp/", temporary + "/");
    Outcome outcome = Run.process(Repository.ROOT, List.of("sh", "-c", here));
    assertThat(outcome.status()).as("%s%n%s", command, outcome.errText()).isZero();
    return outcome.outText() + outcome.errText();
  }

  private static String withoutWhatVaries(String line) {
    String path = line.replace(Repository.ROOT + "/", "/home/me/leadline/");
    return VARIES.matcher(path).replaceAll("~").replaceAll(" +", " ").strip();
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(Files.readString(README));
    while (matcher.find()) {
      List<String> commands =
          matcher
              .group(1)
              .lines()
              .filter(line -> line.startsWith("$ ./leadline "))
              .map(line -> line.substring(2))
              .toList();
      List<String> output =
          matcher.group(2) == null ? List.of() : matcher.group(2).lines().toList();
      examples.add(new Example(commands, output));
    }
    return examples;
  }
}
