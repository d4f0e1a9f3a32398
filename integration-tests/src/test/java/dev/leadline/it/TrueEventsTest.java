package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  /** With times of lines, too, of which the trace functions have a way of their own. */
  @TestFactory
  Stream<DynamicTest> ownPrograms() {
    return tests(
        TestProgram.scripts(Repository.PROGRAMS), List.of(List.of(), List.of("--line-times")));
  }

  @TestFactory
  Stream<DynamicTest> scriptsThatUseTheStandardLibrary() {
    return tests(TestProgram.scripts(Repository.STDLIB), List.of(List.of()));
  }

  @TestFactory
  Stream<DynamicTest> modulesOfTheStandardLibrary() {
    return tests(TestProgram.modules(Repository.STDLIB.resolve("modules.txt")), List.of(List.of()));
  }

  private static Stream<DynamicTest> tests(List<TestProgram> programs, List<List<String>> options) {
    Recordings recordings = new Recordings(programs);
    return TestProgram.onEveryInterpreter(
        programs,
        (python, program) -> {
          List<OracleEvent> expected = recordings.of(python, program);
          assertThat(expected).as("the recorder's own events").isNotEmpty();
          for (List<String> each : options) {
            eventsAreEqual(expected, python, program, each);
          }
        });
  }

  private static void eventsAreEqual(
      List<OracleEvent> expected, Interpreter python, TestProgram program, List<String> options)
      throws IOException {
    Path traced = Files.createTempFile(work, "traced", ".ndjson");
    try {
      BothRuns.trace("all", python, program, traced, options.toArray(String[]::new));
      List<OracleEvent> actual = untilBaseReturns(EventStacks.traced(traced).ofFirst());
      if (!expected.equals(actual)) {
        throw new AssertionError(options + " " + EventDifference.text(expected, actual));
      }
    } finally {
      Files.delete(traced);
    }
  }

  /** What the raw recorder wrote of programs: all that an interpreter can run, in one start. */
  private static final class Recordings {

    private final List<TestProgram> programs;
    private final Map<Interpreter, Map<TestProgram, Path>> files = new ConcurrentHashMap<>();

    Recordings(List<TestProgram> programs) {
      this.programs = programs;
    }

    /** The events of a program; its file is removed. */
    List<OracleEvent> of(Interpreter python, TestProgram program) throws IOException {
      Path file = files.computeIfAbsent(python, this::record).get(program);
      List<OracleEvent> events = EventStacks.recorded(file).ofFirst();
      Files.delete(file);
      return events;
    }

    private Map<TestProgram, Path> record(Interpreter python) {
      try {
        Path directory = Files.createTempDirectory(work, "raw");
        Map<TestProgram, Path> outs = new LinkedHashMap<>();
        for (TestProgram program : programs) {
          if (program.runsOn(Interpreters.version(python))) {
            outs.put(program, directory.resolve(outs.size() + ".ndjson"));
          }
        }
        BothRuns.recordEach(python, outs, directory.resolve("programs.txt"));
        return outs;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
