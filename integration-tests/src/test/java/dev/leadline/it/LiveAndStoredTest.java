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

/** Filters leave the same events of a program while it runs as of its stored trace. */
@Execution(ExecutionMode.CONCURRENT)
class LiveAndStoredTest {

  private static final TestProgram PROGRAM =
      TestProgram.script(Repository.PROGRAMS.resolve("resumed/resumptions.py"));
  private static final List<List<String>> CUTOFFS =
      List.of(List.of(), List.of("--cutoff", "4"), List.of("--cutoff", "6"));
  private static final List<List<String>> LEVELS =
      List.of(List.of(), List.of("--levels", "2"), List.of("--levels", "4"));
  private static final List<List<String>> EVENTS =
      List.of(List.of(), List.of("--events", "call,return"), List.of("--events", "exception"));
  private static final List<List<String>> CODE =
      List.of(List.of(), List.of("--function", "gen_*", "--scope", "user"));

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> everyCombinationOfFilters() {
    return TestProgram.onEveryInterpreter(List.of(PROGRAM), LiveAndStoredTest::areEqual);
  }

  private static void areEqual(Interpreter python, TestProgram program) throws IOException {
    Path whole = Files.createTempFile(work, "whole", ".ndjson");
    trace(python, program, whole, "trace", List.of());
    List<String> differing = new ArrayList<>();
    for (List<String> filter : combinations()) {
      Path live = Files.createTempFile(work, "live", ".ndjson");
      Path stored = Files.createTempFile(work, "stored", ".ndjson");
      trace(python, program, live, "ndjson", filter);
      List<String> report = new ArrayList<>(List.of("report", "--quiet", "--format", "ndjson"));
      report.addAll(filter);
      report.addAll(List.of("-o", stored.toString(), whole.toString()));
      assertThat(Run.leadline(work, report).status()).isZero();
      if (!events(live).equals(events(stored))) {
        differing.add(String.join(" ", filter) + difference(live, stored));
      }
      Files.delete(live);
      Files.delete(stored);
    }
    assertThat(differing).isEmpty();
  }

  private static void trace(
      Interpreter python, TestProgram program, Path out, String format, List<String> filter) {
    List<String> command = new ArrayList<>(List.of("trace", "--quiet", "--no-time"));
    command.addAll(List.of("--python", python.executable().toString()));
    command.addAll(List.of("--format", format, "-o", out.toString()));
    if (!filter.contains("--cutoff")) {
      command.add("--module-level");
    }
    if (!filter.contains("--scope")) {
      command.addAll(List.of("--scope", "user,stdlib"));
    }
    command.addAll(filter);
    command.addAll(program.commandLine());
    assertThat(Run.leadline(work, command).status()).isZero();
  }

  private static List<List<String>> combinations() {
    List<List<String>> combinations = List.of(List.of());
    for (List<List<String>> values : List.of(CUTOFFS, LEVELS, EVENTS, CODE)) {
      combinations =
          combinations.stream()
              .flatMap(before -> values.stream().map(value -> joined(before, value)))
              .toList();
    }
    return combinations;
  }

  private static List<String> joined(List<String> before, List<String> more) {
    return Stream.concat(before.stream(), more.stream()).toList();
  }

  /** Without the number of the process. */
  private static List<String> events(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> line.replaceFirst("\"process\":\\d+", "")).toList();
    }
  }

  private static String difference(Path live, Path stored) throws IOException {
    List<String> one = events(live);
    List<String> two = events(stored);
    int at = 0;
    while (at < Math.min(one.size(), two.size()) && one.get(at).equals(two.get(at))) {
      at++;
    }
    return "\n  live:   " + from(one, at) + "\n  stored: " + from(two, at) + "\n";
  }

  private static String from(List<String> events, int at) {
    return String.join("\n          ", events.subList(at, Math.min(at + 3, events.size())));
  }
}
