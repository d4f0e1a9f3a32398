package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A trace of everything equals, event for event, what CPython tells a raw trace function. */
@Execution(ExecutionMode.CONCURRENT)
class TrueEventsTest {

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> ownPrograms() {
    return tests(TestProgram.scripts(Repository.PROGRAMS));
  }

  @TestFactory
  Stream<DynamicTest> scriptsThatUseTheStandardLibrary() {
    return tests(TestProgram.scripts(Repository.STDLIB));
  }

  @TestFactory
  Stream<DynamicTest> modulesOfTheStandardLibrary() {
    return tests(TestProgram.modules(Repository.STDLIB.resolve("modules.txt")));
  }

  @TestFactory
  Stream<DynamicTest> whereLinesHaveTimes() {
    return TestProgram.onEveryInterpreter(
        TestProgram.scripts(Repository.PROGRAMS),
        (python, program) -> eventsAreEqual(python, program, "--line-times"));
  }

  private static Stream<DynamicTest> tests(List<TestProgram> programs) {
    return TestProgram.onEveryInterpreter(
        programs, (python, program) -> eventsAreEqual(python, program));
  }

  private static void eventsAreEqual(Interpreter python, TestProgram program, String... options)
      throws IOException {
    Path raw = Files.createTempFile(work, "raw", ".ndjson");
    Path traced = Files.createTempFile(work, "traced", ".ndjson");
    try {
      BothRuns.record("all", python, program, raw);
      BothRuns.trace("all", python, program, traced, options);
      List<OracleEvent> expected = EventStacks.recorded(raw).ofFirst();
      List<OracleEvent> actual = untilBaseReturns(EventStacks.traced(traced).ofFirst());
      assertThat(expected).as("the recorder's own events").isNotEmpty();
      if (!expected.equals(actual)) {
        throw new AssertionError(EventDifference.text(expected, actual));
      }
    } finally {
      Files.delete(raw);
      Files.delete(traced);
    }
  }

  /** The recorder stops when exec is over; a trace goes on with what runs at exit. */
  private static List<OracleEvent> untilBaseReturns(List<OracleEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().equals("return")
          && events.get(i).depth() == events.get(0).depth()) {
        return events.subList(0, i + 1);
      }
    }
    return events;
  }
}
