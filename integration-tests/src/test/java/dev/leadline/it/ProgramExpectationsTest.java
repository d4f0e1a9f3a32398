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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each program's trace holds what the comments in the program say. {@link TrueStacksTest} looks at
 * that of programs with several stacks, and {@link FollowTest} at that of several processes.
 */
@Execution(ExecutionMode.CONCURRENT)
class ProgramExpectationsTest {

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> traceHoldsWhatTheProgramSays() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.PROGRAMS), ProgramExpectationsTest::expectationsAreMet);
  }

  @Test
  void anExpectationThatIsNotMetIsReported() {
    Path seed = Repository.PROGRAMS.resolve("seed.py");
    List<Expectation> expectations = Expectation.in(seed, Interpreters.Version.parse("3.12"));

    assertThat(expectations)
        .extracting(expectation -> expectation.contradiction(new LineFacts()))
        .contains("seed.py:10: expected calls 3, got 0", "seed.py:10: expected level 2, got ");
  }

  private static void expectationsAreMet(Interpreter python, TestProgram program)
      throws IOException {
    Path flat = Files.createTempFile(work, "flat", ".ndjson");
    BothRuns.trace("user", python, program, flat);
    Map<String, LineFacts> facts = LineFacts.byFile(flat);
    Files.delete(flat);

    assertThat(facts).containsKey(program.target());
    assertThat(Expectation.contradictions(facts, Interpreters.version(python))).isEmpty();
  }
}
