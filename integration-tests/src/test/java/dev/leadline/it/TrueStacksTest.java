package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The user's events on each stack of a program with several equal those that CPython tells a raw
 * trace function there, to the end of the process; and the program prints and exits alike.
 */
@Execution(ExecutionMode.CONCURRENT)
class TrueStacksTest {

  @TempDir static Path work;

  /** Of a stored trace, which holds what the program says, too. */
  @TestFactory
  Stream<DynamicTest> programsWithSeveralStacks() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.STACKS), TrueStacksTest::storedEventsAreEqual);
  }

  @TestFactory
  Stream<DynamicTest> programsThatFork() {
    List<TestProgram> forking =
        Stream.of("forks.py", "crowd.py")
            .map(name -> TestProgram.script(Repository.CHILDREN.resolve(name)))
            .toList();
    return TestProgram.onEveryInterpreter(
        forking, (python, program) -> eventsAreEqual(python, program, "--follow"));
  }

  @TestFactory
  Stream<DynamicTest> programsWithGreenlets() {
    return WithGreenlets.onEach(
        TestProgram.scripts(Repository.GREENLETS),
        (with, program) ->
            eventsAreEqual(with.python(), with.variables(), program, with.options("--follow")));
  }

  private static void storedEventsAreEqual(Interpreter python, TestProgram program)
      throws IOException {
    Path raw = Files.createTempFile(work, "raw", ".ndjson");
    Path stored = Files.createTempFile(work, "stored", ".ndjson");
    Path flat = Files.createTempFile(work, "flat", ".ndjson");
    try {
      Outcome expected = BothRuns.record("user", python, program, raw);
      Outcome actual = BothRuns.store(python, program, stored);
      report(stored, "ndjson", "-o", flat.toString());

      areEqual(expected, raw, actual, flat);
      Map<String, LineFacts> facts = LineFacts.byFile(flat);
      TreeReports.forEachNode(
          report(stored, "tree", "--no-fold", "--threads"),
          List.copyOf(facts.keySet()),
          (file, line) -> facts.get(file).addNode(line));
      assertThat(facts).containsKey(program.target());
      assertThat(Expectation.contradictions(facts, Interpreters.version(python))).isEmpty();
    } finally {
      Files.delete(raw);
      Files.delete(stored);
      Files.delete(flat);
    }
  }

  private static String report(Path stored, String format, String... options) {
    List<String> command = new ArrayList<>(List.of("report", stored.toString()));
    command.addAll(List.of("--format", format));
    command.addAll(List.of(options));
    Outcome reported = Run.leadline(work, command);
    assertThat(reported.status()).as(reported.errText()).isZero();
    return reported.outText();
  }

  private static void eventsAreEqual(Interpreter python, TestProgram program, String... options)
      throws IOException {
    eventsAreEqual(python, Map.of(), program, options);
  }

  private static void eventsAreEqual(
      Interpreter python, Map<String, String> variables, TestProgram program, String... options)
      throws IOException {
    Path raw = Files.createTempFile(work, "raw", ".ndjson");
    Path traced = Files.createTempFile(work, "traced", ".ndjson");
    try {
      Outcome expected = BothRuns.record("user", python, variables, program, raw);
      Outcome actual = BothRuns.trace("user", python, program, traced, options);

      areEqual(expected, raw, actual, traced);
    } finally {
      Files.delete(raw);
      Files.delete(traced);
    }
  }

  private static void areEqual(Outcome expected, Path raw, Outcome actual, Path traced) {
    EventStacks recorded = EventStacks.recorded(raw);
    assertThat(recorded.ofFirst()).as("the recorder's own events").isNotEmpty();
    assertThat(recorded.difference(EventStacks.traced(traced))).isEmpty();
    assertThat(actual.out()).isEqualTo(expected.out());
    assertThat(actual.status()).isEqualTo(expected.status());
  }
}
