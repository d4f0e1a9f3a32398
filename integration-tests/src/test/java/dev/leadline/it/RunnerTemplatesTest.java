package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runners that get the program's name as a module, as servers are: the program counts its own
 * frames, in whichever process it is loaded.
 */
class RunnerTemplatesTest {

  private static final Path RUNNERS = Repository.TESTS.resolve("runners");

  @TempDir static Path work;
  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    fill(directory);
  }

  private static void fill(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("shop/web"));
    Files.createFile(directory.resolve("shop/__init__.py"));
    Files.createFile(directory.resolve("shop/web/__init__.py"));
    Files.copy(RUNNERS.resolve("app.py"), directory.resolve("shop/web/app.py"));
  }

  @TestFactory
  Stream<DynamicTest> byTheNameOfItsModule() {
    return everywhere("by_name.py", "{module}:app {args}", "program", List.of("--one", "two"));
  }

  @TestFactory
  Stream<DynamicTest> inAForkedWorker() {
    return everywhere("master.py", "{module}:app", "child", List.of());
  }

  @TestFactory
  Stream<DynamicTest> inANewInterpreter() {
    return everywhere("spawning.py", "{module}:app", "child", List.of());
  }

  private static Stream<DynamicTest> everywhere(
      String runner, String template, String kind, List<String> arguments) {
    Function<Interpreter, String> name = python -> "" + Interpreters.version(python);
    return Interpreters.all().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    name.apply(python),
                    () -> {
                      Path directory = Files.createTempDirectory(work, "runner");
                      fill(directory);
                      Outcome outcome =
                          Run.leadline(
                              directory, command(directory, python, runner, template, arguments));
                      assertThat(outcome.err()).isEmpty();
                      JsonNode one = measured(outcome);
                      List<String> counted = counted(directory);
                      assertThat(one.get("cutoff").asText()).isEqualTo(counted.get(0));
                      assertThat(one.get("stack").get("kind").asText()).isEqualTo(kind);
                      assertThat(depths(one, "app")).containsExactly(counted.get(1));
                      assertThat(counted.subList(2, counted.size()))
                          .endsWith(arguments.toArray(new String[0]));
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGINT", "SIGTERM"})
  void aServerThatIsStoppedLeavesItsMeasurement(String signal) throws IOException {
    List<String> args =
        command(directory, Interpreters.newest(), "server.py", "{module}:app " + signal, List.of());
    Outcome outcome = Run.process(directory, Dispositions.defaults(Launched.command(args)));

    assertThat(outcome.errText()).isEmpty();
    assertThat(outcome.status()).isZero();
    JsonNode one = measured(outcome);
    assertThat(one.get("cutoff").asText()).isEqualTo(counted(directory).get(0));
    assertThat(depths(one, "app")).containsExactly(counted(directory).get(1));
  }

  @Test
  void aChildThatRunsTheProgramIsNamedAsSuch() {
    List<String> args =
        command(directory, Interpreters.newest(), "master.py", "{module}:app", List.of());
    Outcome outcome =
        Run.leadline(directory, args.stream().map(RunnerTemplatesTest::text).toList());

    assertThat(outcome.outText().replaceAll("\\s+", " "))
        .contains("the depth of the <module> of app.py, which a child process runs");
  }

  private static String text(String word) {
    return word.equals("json") ? "text" : word;
  }

  private static List<String> command(
      Path directory, Interpreter python, String runner, String template, List<String> arguments) {
    List<String> args = new ArrayList<>(List.of("depths", "--format", "json"));
    args.addAll(List.of("--python", python.executable().toString()));
    args.addAll(List.of("--env", "COUNTED=" + directory.resolve("counted")));
    args.addAll(List.of("--runner", RUNNERS.resolve(runner) + " " + template));
    args.add("shop/web/app.py");
    args.addAll(arguments);
    return args;
  }

  private static JsonNode measured(Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.outText()).get("pythons").get(0);
  }

  private static List<String> counted(Path directory) throws IOException {
    return List.of(Files.readString(directory.resolve("counted")).split(" "));
  }

  /** Where calls of that function were counted, on whichever stack. */
  private static List<String> depths(JsonNode python, String function) {
    List<JsonNode> stacks = new ArrayList<>(List.of(python.get("stack")));
    python.get("other_stacks").forEach(stacks::add);
    List<String> depths = new ArrayList<>();
    for (JsonNode stack : stacks) {
      for (JsonNode held : stack.get("depths")) {
        held.get("functions")
            .forEach(
                name -> {
                  if (name.asText().equals(function)) {
                    depths.add(held.get("depth").asText());
                  }
                });
      }
    }
    return depths;
  }
}
