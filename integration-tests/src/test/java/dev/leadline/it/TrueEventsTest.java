package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final int CONTEXT = 6;

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

  private static Stream<DynamicTest> tests(List<TestProgram> programs) {
    return TestProgram.onEveryInterpreter(programs, TrueEventsTest::eventsAreEqual);
  }

  private static void eventsAreEqual(Interpreter python, TestProgram program) throws IOException {
    Path raw = Files.createTempFile(work, "raw", ".ndjson");
    Path traced = Files.createTempFile(work, "traced", ".ndjson");
    try {
      record(python, program, raw);
      trace(python, program, traced);
      List<OracleEvent> expected = OracleEvent.recorded(raw);
      List<OracleEvent> actual = untilBaseReturns(OracleEvent.traced(traced));
      assertThat(expected).as("the recorder's own events").isNotEmpty();
      if (!expected.equals(actual)) {
        throw new AssertionError(firstDifference(expected, actual));
      }
    } finally {
      Files.delete(raw);
      Files.delete(traced);
    }
  }

  private static void record(Interpreter python, TestProgram program, Path out) {
    List<String> command = new ArrayList<>();
    command.add(python.executable().toString());
    command.add(Repository.RECORDER.toString());
    command.addAll(List.of(out.toString(), program.kind(), program.target()));
    command.addAll(program.args());
    Run.process(program.directory(), command);
  }

  private static void trace(Interpreter python, TestProgram program, Path out) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("trace", "--quiet", "--format", "ndjson", "-o", out.toString()));
    command.addAll(List.of("--scope", "all", "--module-level"));
    command.addAll(List.of("--python", python.executable().toString()));
    command.addAll(program.commandLine());
    Run.leadline(program.directory(), command);
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

  private static String firstDifference(List<OracleEvent> expected, List<OracleEvent> actual) {
    int at = 0;
    int common = Math.min(expected.size(), actual.size());
    while (at < common && expected.get(at).equals(actual.get(at))) {
      at++;
    }
    StringBuilder text = new StringBuilder();
    text.append("the events differ from number ").append(at).append(" on; CPython told ");
    text.append(expected.size()).append(", the trace has ").append(actual.size()).append('\n');
    expected
        .subList(Math.max(0, at - CONTEXT), at)
        .forEach(e -> text.append("    ").append(show(e)));
    after(expected, at).forEach(event -> text.append("  - ").append(show(event)));
    after(actual, at).forEach(event -> text.append("  + ").append(show(event)));
    return text.toString();
  }

  private static List<OracleEvent> after(List<OracleEvent> events, int at) {
    return events.subList(at, Math.min(events.size(), at + CONTEXT / 2));
  }

  private static String show(OracleEvent event) {
    return String.format(
        "%-9s depth %d  %s:%s in %s (from %d) %s%n",
        event.event(),
        event.depth(),
        event.file(),
        event.lineno(),
        event.function(),
        event.firstlineno(),
        event.exception() == null ? "" : event.exception());
  }
}
