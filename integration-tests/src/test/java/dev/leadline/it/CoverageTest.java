package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * coverage.py measures the same under Leadline as by itself; and the trace holds what CPython tells
 * of the program when it is not measured, or says where it was blind.
 */
@Execution(ExecutionMode.CONCURRENT)
class CoverageTest {

  /** One line each begins and ends measuring, so that an unmeasured run has the same events. */
  private static final String PROGRAM =
      """
      import sys, threading, coverage

      def before():
          return 1

      def covered(n):
          total = 0
          for i in range(n):
              if i == 7:
                  total += 100
              total += i
          return total

      def after():
          return 2

      measured = "measured" in sys.argv
      before()
      watch = coverage.Coverage(data_file=None, include=[__file__])
      measured and watch.start()
      measured and print(watch._collector.tracer_name())
      print(covered(3))
      measured and watch.stop()
      measured and print(watch.analysis2(__file__)[1:4:2])
      print(after())
      """;

  /** A thread that begins while it is measured, and one that does not. */
  private static final String WITH_THREADS =
      """
      import sys, threading, coverage

      def in_thread():
          said.append("measured")

      def afterwards():
          said.append("not measured")

      def run(target):
          thread = threading.Thread(target=target)
          thread.start()
          thread.join()

      said, measured = [], "measured" in sys.argv
      watch = coverage.Coverage(data_file=None, include=[__file__])
      measured and watch.start()
      measured and print(watch._collector.tracer_name())
      run(in_thread)
      measured and watch.stop()
      measured and print(watch.analysis2(__file__)[1:4:2])
      run(afterwards)
      print(said)
      """;

  @TempDir static Path work;

  interface Check {
    void of(Measured measured, Path directory) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> aProgramThatMeasuresItself() {
    return tests(PROGRAM, CoverageTest::measuresItself);
  }

  @TestFactory
  Stream<DynamicTest> aProgramThatMeasuresItsThreads() {
    return tests(WITH_THREADS, CoverageTest::measuresItself);
  }

  @TestFactory
  Stream<DynamicTest> aProgramThatIsRunByCoverage() {
    return tests(PROGRAM, CoverageTest::isRunByCoverage);
  }

  /**
   * The C tracer comes unseen, and sees how Leadline begins threads: a limit that docs/fidelity.md
   * names.
   */
  @TestFactory
  Stream<DynamicTest> aProgramWithThreadsThatIsRunByCoverage() {
    return tests(WITH_THREADS, Measured::isSeenToCome, CoverageTest::isRunByCoverage);
  }

  private static Stream<DynamicTest> tests(String program, Check check) {
    return tests(program, measured -> true, check);
  }

  private static Stream<DynamicTest> tests(String program, Predicate<Measured> which, Check check) {
    List<Measured> all = Measured.inEnvironment().orElse(List.of());
    if (all.isEmpty()) {
      String why = "LEADLINE_COVERAGE names no coverage.py; .ci/run fetches it and does";
      return Stream.of(DynamicTest.dynamicTest(why, () -> Assumptions.abort(why)));
    }
    return all.stream()
        .filter(which)
        .map(
            one ->
                DynamicTest.dynamicTest(one.toString(), () -> check.of(one, directory(program))));
  }

  private static Path directory(String program) throws IOException {
    Path directory = Files.createTempDirectory(work, "measured");
    Files.writeString(directory.resolve("main.py"), program);
    return directory;
  }

  private static void measuresItself(Measured measured, Path directory) {
    Outcome plain = measured.plain(directory, "main.py", "measured");
    Outcome traced = measured.traced(directory, "main.py", "measured");

    assertThat(plain.err()).isEmpty();
    assertThat(plain.out()).startsWith(measured.tracer() + "\n").contains("\n([1, 3, 4, 6, 7, ");
    assertThat(traced).isEqualTo(plain);
    List<Gap> gaps = gaps(measured, directory, CoverageTest::withoutDirectory);
    boolean whole = measured.takesThreadsForItself();
    assertThat(gaps.stream().filter(gap -> gap.isOpen() && !(whole && gap.isAll())))
        .hasSameSizeAs(blind(directory));
    if (measured.leavesUsTheTraceFunction()) {
      assertThat(gaps).noneMatch(Gap::isOpen);
    } else if (measured.isSeenToCome()) {
      assertThat(gaps.get(0)).matches(Gap::isLeftBehind, "recorded again behind it");
    }
  }

  private static void isRunByCoverage(Measured measured, Path directory) throws IOException {
    String[] words = {"-m", "coverage", "run", "main.py"};
    String[] report = {"-m", "coverage", "report", "-m"};
    Outcome plain = measured.plain(directory, words);
    Outcome plainReport = measured.plain(directory, report);
    Files.delete(directory.resolve(".coverage"));
    Outcome traced = measured.traced(directory, words);

    assertThat(plain.status()).as(plain.errText()).isZero();
    assertThat(plainReport.out()).containsPattern("main.py +\\d+ +[01] +\\d+%");
    assertThat(traced).isEqualTo(plain);
    assertThat(measured.plain(directory, report)).isEqualTo(plainReport);
    if (measured.leavesUsTheTraceFunction()) {
      assertThat(gaps(measured, directory, CoverageTest::withoutDepth)).noneMatch(Gap::isOpen);
    } else {
      assertThat(blind(directory)).isNotEmpty();
    }
  }

  /** How each stack of the trace differs from that of an unmeasured run. */
  private static List<Gap> gaps(
      Measured measured, Path directory, Function<OracleEvent, OracleEvent> compared) {
    String script = directory.resolve("main.py").toString();
    String recorder = Repository.RECORDER.toString();
    measured.plain(directory, recorder, "user", "raw.ndjson", "script", script);
    Path flat = directory.resolve("flat.ndjson");
    List<String> command = List.of("report", "t.ndjson", "--format", "ndjson", "-o", "flat.ndjson");
    assertThat(Run.leadline(directory, command).status()).isZero();
    List<List<OracleEvent>> held = EventStacks.traced(flat).all();
    return EventStacks.recorded(directory.resolve("raw.ndjson")).all().stream()
        .map(events -> Gap.between(events, held, compared))
        .toList();
  }

  /** Versions differ in whether a script's file is relative. */
  private static OracleEvent withoutDirectory(OracleEvent one) {
    return one.at(one.depth(), nameOfFile(one));
  }

  private static OracleEvent withoutDepth(OracleEvent one) {
    return one.at(0, nameOfFile(one));
  }

  private static String nameOfFile(OracleEvent one) {
    return Path.of(one.file()).getFileName().toString();
  }

  /** The threads that the trace says it was blind for. */
  private static Set<Integer> blind(Path directory) {
    return OracleEvent.values(directory.resolve("t.ndjson")).stream()
        .filter(record -> record.get("record").asText().equals("blind"))
        .map(record -> record.get("thread").intValue())
        .collect(Collectors.toSet());
  }
}
