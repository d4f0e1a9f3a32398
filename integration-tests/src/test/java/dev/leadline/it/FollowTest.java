package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * With {@code --follow} a program behaves as in a plain run, and its trace holds as many processes
 * as the line {@code # processes:} says where it stands, of which {@code # ended:} says how many
 * their parent ended by which signal, and what else the program says of it.
 */
class FollowTest {

  private static final Pattern PROCESSES = Pattern.compile("(?m)^# processes: (.*)$");

  private static final Pattern ENDED = Pattern.compile("(?m)^# ended: (.*)$");
  private static final Pattern BY_PARENT = Pattern.compile("ended by its parent \\((.*)\\)");

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> oneTraceHoldsAllProcesses() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.PROGRAMS.resolve("children")), FollowTest::isFollowed);
  }

  private static void isFollowed(Interpreter python, TestProgram program) throws IOException {
    Path trace = Files.createTempFile(work, "trace", ".ndjson");
    Outcome traced =
        Run.leadline(
            program.directory(),
            List.of(
                "trace",
                "--quiet",
                "--follow",
                "--module-level",
                "-o",
                trace.toString(),
                "--python",
                python.executable().toString(),
                program.target()));
    Outcome plain =
        Run.process(program.directory(), List.of(python.executable().toString(), program.target()));
    assertThat(traced).isEqualTo(plain);

    Map<String, LineFacts> facts = LineFacts.byFile(report(trace, "ndjson"));
    assertThat(facts).containsKey(program.target());
    assertThat(Expectation.contradictions(facts, Interpreters.version(python))).isEmpty();
    Path file = Path.of(program.target());
    Matcher processes = PROCESSES.matcher(Files.readString(file));
    if (processes.find()) {
      assertThat(origins(report(trace, "json"))).isEqualTo(processes.group(1));
    }
    Matcher ended = ENDED.matcher(Files.readString(file));
    if (ended.find()) {
      assertThat(ended(report(trace, "json"))).isEqualTo(ended.group(1));
      assertThat(ended(report(report(trace, "trace"), "json"))).isEqualTo(ended.group(1));
    }
    Files.delete(trace);
  }

  private static Path report(Path trace, String format) throws IOException {
    Path out = trace.resolveSibling(trace.getFileName() + "." + format);
    Outcome reported =
        Run.leadline(
            work, List.of("report", trace.toString(), "--format", format, "-o", out.toString()));
    assertThat(reported.status()).as(reported.toString()).isZero();
    return out;
  }

  /** How many processes came in which way, the first one's in front. */
  private static String origins(Path summary) throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    processes(summary)
        .forEach(process -> counted.merge(process.get("origin").asText(), 1, Integer::sum));
    int first = counted.remove("start");
    return ("start=" + first + " " + listed(counted)).strip();
  }

  /** How many processes their parent ended, by signal. */
  private static String ended(Path summary) throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    for (JsonNode process : processes(summary)) {
      Matcher detail = BY_PARENT.matcher(process.get("detail").asText());
      if (detail.matches()) {
        counted.merge(detail.group(1), 1, Integer::sum);
      }
    }
    return listed(counted);
  }

  private static JsonNode processes(Path summary) throws IOException {
    String text = Files.readString(summary, StandardCharsets.UTF_8);
    return new ObjectMapper().readTree(text).get("processes");
  }

  private static String listed(Map<String, Integer> counted) {
    return counted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
