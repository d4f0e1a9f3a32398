package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @TestFactory
  Stream<DynamicTest> programsWithSeveralStacks() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.STACKS),
        (python, program) -> eventsAreEqual(python, program));
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

      assertThat(EventStacks.recorded(raw).ofFirst()).as("the recorder's own events").isNotEmpty();
      assertThat(EventStacks.recorded(raw).difference(EventStacks.traced(traced))).isEmpty();
      assertThat(actual.out()).isEqualTo(expected.out());
      assertThat(actual.status()).isEqualTo(expected.status());
    } finally {
      Files.delete(raw);
      Files.delete(traced);
    }
  }
}
