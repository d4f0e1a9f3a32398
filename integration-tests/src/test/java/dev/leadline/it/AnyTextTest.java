package dev.leadline.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Text of every kind comes from the program into each of the outputs, and harms no terminal. */
@Execution(ExecutionMode.CONCURRENT)
class AnyTextTest {

  private static final Path PROGRAM = Repository.ROOT.resolve("python-agent/tests/any_text.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> textComesThroughOnEveryInterpreter() {
    return Interpreters.all().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    Interpreters.version(python).toString(), () -> comesThrough(python)));
  }

  private static void comesThrough(Interpreter python) throws IOException {
    Path directory = Files.createTempDirectory(work, "text").toRealPath();
    Files.copy(PROGRAM, directory.resolve("any_text.py"));
    Outcome traced =
        Run.leadline(
            directory,
            List.of(
                ("trace --quiet --follow --values args,return --scope user,site -o stored.ndjson"
                        + " --python "
                        + python.executable()
                        + " any_text.py fork")
                    .split(" ")));
    assertThat(traced.status()).as(traced.errText()).isZero();
    List<JsonNode> expected = parsed(traced.outText());
    assertThat(expected).hasSizeGreaterThan(40);

    String flat = report(directory, "stored.ndjson", "ndjson");
    assertThat(calls(flat)).containsAll(withoutOthers(expected));
    // a busy reader takes the child's events before the rest of its parent's
    assertThat(messages(flat))
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(each -> each.path("message").asText()).toList());
    Files.writeString(
        directory.resolve("again.ndjson"), report(directory, "stored.ndjson", "trace"), UTF_8);
    for (String format : List.of("ndjson", "json", "tree", "summary", "lines")) {
      String text = report(directory, "stored.ndjson", format);
      assertThat(report(directory, "again.ndjson", format)).as(format).isEqualTo(text);
      assertThat(text.chars().filter(c -> c != '\n' && isHarmful(c)).count())
          .as("characters of " + format + " that a terminal may act on")
          .isZero();
    }
  }

  /** A pair of surrogates is a letter; one that stands alone would have come as U+FFFD. */
  private static boolean isHarmful(int c) {
    return c == '\ufffd' || JsonText.isHarmful((char) c) && !Character.isSurrogate((char) c);
  }

  private static String report(Path directory, String trace, String format) {
    Outcome outcome = Run.leadline(directory, List.of("report", trace, "--format", format));
    assertThat(outcome.status()).as(outcome.errText()).isZero();
    assertThat(outcome.errText()).isEmpty();
    return outcome.outText();
  }

  private static List<JsonNode> calls(String flat) {
    return parsed(flat).stream().filter(event -> event.has("args")).map(AnyTextTest::call).toList();
  }

  private static List<JsonNode> withoutOthers(List<JsonNode> expected) {
    return expected.stream().map(AnyTextTest::call).toList();
  }

  private static JsonNode call(JsonNode event) {
    ObjectNode call = JSON.createObjectNode();
    Arrays.asList("file", "function", "args").forEach(name -> call.set(name, event.get(name)));
    return call;
  }

  private static List<String> messages(String flat) {
    return parsed(flat).stream()
        .filter(event -> event.path("event").asText().equals("exception"))
        .map(event -> event.path("exception").path("message").asText())
        .toList();
  }

  private static List<JsonNode> parsed(String lines) {
    List<JsonNode> objects = new ArrayList<>();
    lines.lines().forEach(line -> objects.add(parse(line)));
    return objects;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
