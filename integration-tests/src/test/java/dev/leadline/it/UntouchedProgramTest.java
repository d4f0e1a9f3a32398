package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A program that is traced prints, reads and exits as one that is not, byte for byte; and where a
 * case says what its trace must hold, the trace holds it.
 */
@Execution(ExecutionMode.CONCURRENT)
class UntouchedProgramTest {

  @TempDir static Path work;

  /** One for each thread of the tests: in a directory of old, an interpreter is not probed anew. */
  private static final ThreadLocal<Path> PROGRAM =
      ThreadLocal.withInitial(UntouchedProgramTest::directory);

  @TestFactory
  Stream<DynamicTest> tracedEqualsPlain() throws IOException {
    List<FidelityCase> cases = cases();
    return Interpreters.releases().stream()
        .flatMap(
            python ->
                cases.stream()
                    .filter(one -> one.runsOn(Interpreters.version(python)))
                    .map(
                        one ->
                            DynamicTest.dynamicTest(
                                python.version() + " " + one.table() + ": " + one.name(),
                                () -> areEqual(python, one))));
  }

  private static List<FidelityCase> cases() throws IOException {
    try (Stream<Path> tables = Files.list(Repository.FIDELITY)) {
      return tables
          .filter(table -> table.toString().endsWith(".cases"))
          .sorted()
          .flatMap(table -> FidelityCase.in(table).stream())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void areEqual(Interpreter python, FidelityCase one) throws IOException {
    Path directory = PROGRAM.get();
    try {
      CaseDirectory.fill(directory, one, python);
      Outcome plain = plain(python, one, directory);
      CaseDirectory.fill(directory, one, python);
      Outcome traced = traced(python, one, directory);
      assertThat(masked(traced, one)).isEqualTo(masked(plain, one));
      assertThat(
              new CaseTrace(traceOf(directory), one).contradictions(Interpreters.version(python)))
          .isEmpty();
    } finally {
      CaseDirectory.clear(directory);
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(work, "case").resolve("program");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome plain(Interpreter python, FidelityCase one, Path directory) {
    List<String> command = new ArrayList<>(List.of(python.executable().toString()));
    one.options().forEach(option -> command.addAll(Arrays.asList(option.split(" ", 2))));
    command.addAll(one.command(directory));
    Map<String, String> variables = new HashMap<>(one.variables());
    if (one.plainIsTraced(Interpreters.version(python))) {
      variables.put("PYTHONPATH", Repository.FIDELITY.resolve("empty_tracer").toString());
    }
    return Run.process(directory, one.stdin(), variables, command);
  }

  private static Outcome traced(Interpreter python, FidelityCase one, Path directory) {
    List<String> command = new ArrayList<>(List.of("trace", "--quiet", "--format", "trace"));
    command.addAll(List.of("-o", traceOf(directory).toString()));
    command.addAll(List.of("--python", python.executable().toString()));
    one.options().forEach(option -> command.add("--python-option=" + option));
    one.variables().forEach((key, value) -> command.addAll(List.of("--env", key + "=" + value)));
    one.setting("trace").ifPresent(options -> command.addAll(Words.of(options)));
    command.addAll(one.command(directory));
    return Run.leadline(directory, one.stdin(), command);
  }

  private static Path traceOf(Path directory) {
    return directory.resolveSibling("trace.ndjson");
  }

  private static Outcome masked(Outcome outcome, FidelityCase one) {
    return new Outcome(outcome.status(), one.masked(outcome.out()), one.masked(outcome.err()));
  }
}
