package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first scenario: a module and its functions share one file name, so that only the depth parts
 * them; and the depth that parts them moves with every wrapper.
 */
class SeedScenarioTest {

  private static final String SEED = Repository.PROGRAMS.resolve("seed.py").toString();

  /** A layer below Leadline's own, as a debugger or a site's launcher adds one. */
  private static final String WRAPPER =
      """
      import sys

      def start(path):
          with open(path) as source:
              exec(compile(source.read(), path, "exec"), {"__name__": "__main__", "__file__": path})

      del sys.argv[0]
      start(sys.argv[0])
      """;

  /** A `python` that starts every script through the wrapper. */
  private static final String PYTHON =
      """
      #!/bin/sh
      case $1 in
          *.py) exec %1$s %2$s "$@" ;;
          *) exec %1$s "$@" ;;
      esac
      """;

  @TempDir Path work;

  static Stream<Interpreter> interpreters() {
    return Interpreters.all().stream();
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void aFileNameFilterAloneKeepsTheModuleLevel(Interpreter python) throws IOException {
    List<JsonNode> events = trace(python, "--cutoff", "0", "--include", "seed.py", SEED);

    assertThat(functions(events)).containsExactlyInAnyOrder("<module>", "fee", "total");
    assertThat(functions(in(events, "<module>", "line"))).containsExactly("<module>");
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void theCutoffDropsTheModuleLevelAndKeepsTheFunctions(Interpreter python) throws IOException {
    List<JsonNode> everything = trace(python, "--cutoff", "0", SEED);
    List<JsonNode> kept = trace(python, SEED);

    assertThat(functions(kept)).containsExactlyInAnyOrder("fee", "total");
    assertThat(lines(kept)).isEqualTo(lines(without(everything, "<module>")));
    assertThat(lines(trace(python, "--cutoff", "3", SEED))).isEqualTo(lines(kept));
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void withOneMoreWrapperAutoIsRightWhereThreeIsNot(Interpreter python) throws IOException {
    Path wrapped = wrapped(python);
    List<JsonNode> three = trace(wrapped, "--cutoff", "3", SEED);
    List<JsonNode> auto = trace(wrapped, SEED);

    assertThat(functions(three)).containsExactlyInAnyOrder("<module>", "fee", "total");
    assertThat(depths(three, "<module>")).containsExactly(5);
    assertThat(functions(auto)).containsExactlyInAnyOrder("fee", "total");
    assertThat(lines(auto)).isEqualTo(lines(trace(python, SEED)));
  }

  private Path wrapped(Interpreter python) throws IOException {
    Path wrapper = Files.writeString(work.resolve("wrapper.py"), WRAPPER);
    Path executable = work.resolve("python");
    Files.writeString(executable, String.format(PYTHON, python.executable(), wrapper));
    assertThat(executable.toFile().setExecutable(true)).isTrue();
    return executable;
  }

  private List<JsonNode> trace(Interpreter python, String... args) throws IOException {
    return trace(python.executable(), args);
  }

  private List<JsonNode> trace(Path python, String... args) throws IOException {
    Path out = Files.createTempFile(work, "seed", ".ndjson");
    List<String> command = new ArrayList<>(List.of("trace", "--quiet", "--format", "ndjson"));
    command.addAll(List.of("-o", out.toString(), "--python", python.toString()));
    command.addAll(List.of(args));
    Outcome outcome = Run.leadline(work, command);
    assertThat(outcome).isEqualTo(new Outcome(0, "618\n", ""));
    return OracleEvent.values(out);
  }

  private static List<JsonNode> in(List<JsonNode> events, String function, String event) {
    return keep(
        events,
        one ->
            one.get("function").asText().equals(function)
                && one.get("event").asText().equals(event));
  }

  private static List<JsonNode> without(List<JsonNode> events, String function) {
    return keep(events, one -> !one.get("function").asText().equals(function));
  }

  private static List<JsonNode> keep(List<JsonNode> events, Predicate<JsonNode> which) {
    return events.stream().filter(which).toList();
  }

  private static Set<String> functions(List<JsonNode> events) {
    return events.stream().map(one -> one.get("function").asText()).collect(Collectors.toSet());
  }

  private static Set<Integer> depths(List<JsonNode> events, String function) {
    return events.stream()
        .filter(one -> one.get("function").asText().equals(function))
        .map(one -> one.get("depth").intValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(List<JsonNode> events) {
    return events.stream().map(one -> one.get("event") + " " + one.get("lineno")).toList();
  }
}
