package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each program's trace holds what the comments in the program say. */
@Execution(ExecutionMode.CONCURRENT)
class ProgramExpectationsTest {

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> traceHoldsWhatTheProgramSays() {
    List<TestProgram> programs = new ArrayList<>(TestProgram.scripts(Repository.PROGRAMS));
    programs.addAll(TestProgram.scripts(Repository.STACKS));
    return TestProgram.onEveryInterpreter(
        programs, (python, program) -> expectationsAreMet(python, program));
  }

  @TestFactory
  Stream<DynamicTest> traceOfAllProcessesHoldsWhatTheProgramSays() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.CHILDREN),
        (python, program) -> expectationsAreMet(python, program, "--follow"));
  }

  @Test
  void anExpectationThatIsNotMetIsReported() {
    Path seed = Repository.PROGRAMS.resolve("seed.py");
    List<Expectation> expectations = Expectation.in(seed, Interpreters.Version.parse("3.12"));

    assertThat(expectations)
        .extracting(expectation -> expectation.contradiction(new LineFacts()))
        .contains("seed.py:10: expected calls 3, got 0", "seed.py:10: expected level 2, got ");
  }

  private static void expectationsAreMet(Interpreter python, TestProgram program, String... options)
      throws IOException {
    Map<String, LineFacts> facts = trace(python, program, options);
    assertThat(
            facts.keySet().stream()
                .filter(file -> Files.exists(Path.of(file))) // others were made by exec
                .flatMap(
                    file -> Expectation.in(Path.of(file), Interpreters.version(python)).stream())
                .map(wanted -> wanted.contradiction(facts.get(wanted.file().toString())))
                .filter(contradiction -> !contradiction.isEmpty()))
        .isEmpty();
    assertThat(facts).containsKey(program.target());
  }

  private static Map<String, LineFacts> trace(
      Interpreter python, TestProgram program, String... options) throws IOException {
    Path stored = Files.createTempFile(work, "stored", ".ndjson");
    Path flat = Files.createTempFile(work, "flat", ".ndjson");
    BothRuns.store(python, program, stored, options);
    report(stored, "ndjson", "-o", flat.toString());
    Map<String, LineFacts> facts = new HashMap<>();
    for (JsonNode event : OracleEvent.values(flat)) {
      facts.computeIfAbsent(event.get("file").asText(), file -> new LineFacts()).add(event);
    }
    TreeReports.forEachNode(
        report(stored, "tree", "--no-fold", "--threads"),
        List.copyOf(facts.keySet()),
        (file, line) -> facts.get(file).addNode(line));
    Files.delete(stored);
    Files.delete(flat);
    return facts;
  }

  private static String report(Path stored, String format, String... options) {
    List<String> command = new ArrayList<>(List.of("report", stored.toString()));
    command.addAll(List.of("--format", format));
    command.addAll(List.of(options));
    Outcome reported = Run.leadline(work, command);
    assertThat(reported.status()).as(reported.errText()).isZero();
    return reported.outText();
  }
}
