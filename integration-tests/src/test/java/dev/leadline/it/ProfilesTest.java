package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.report.profile.ProfileTotals;
import dev.leadline.report.profile.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Profiles of real programs have nested spans whose times do not decrease, and say the same as the
 * summary: how often each function began, and its own time.
 */
class ProfilesTest {

  private static final List<TestProgram> PROGRAMS =
      Stream.of(
              "recursion.py",
              "mutual_recursion.py",
              "generators.py",
              "coroutines.py",
              "exceptions.py",
              "uncaught.py",
              "context_managers.py",
              "finalisers.py",
              "stacks/threads.py",
              "stacks/task_groups.py",
              "stacks/asyncio_run.py",
              "children/forks.py",
              "children/pool.py",
              "children/interpreters.py")
          .map(Repository.PROGRAMS::resolve)
          .map(TestProgram::script)
          .toList();

  @TempDir static Path work;

  /** On the oldest interpreter and the newest: the events of the others differ less. */
  @TestFactory
  Stream<DynamicTest> profilesSayWhatTheSummarySays() {
    return Stream.of(Interpreters.all().get(0), Interpreters.newest())
        .distinct()
        .flatMap(
            python ->
                PROGRAMS.stream()
                    .filter(program -> program.runsOn(Interpreters.version(python)))
                    .map(
                        program ->
                            DynamicTest.dynamicTest(
                                python.version() + " " + program.name(),
                                () -> judge(python, program))));
  }

  private static void judge(Interpreter python, TestProgram program) throws IOException {
    Path trace = Files.createTempFile(work, "whole", ".ndjson");
    trace(python, program, trace, "trace");
    areEqual(trace);
    addUp(trace);
  }

  private static void areEqual(Path trace) throws IOException {
    ProfileTotals calls = summary(trace, false);
    ProfileTotals stays = summary(trace, true);

    assertThat(calls.begins()).hasSizeGreaterThan(1);
    for (Spans spans :
        List.of(
            Spans.speedscope(report(trace, "speedscope")),
            Spans.chrome(report(trace, "chrome")),
            Spans.perfetto(report(trace, "perfetto")))) {
      assertBegins(spans.totals().begins(), stays.begins(), trace);
      assertThat(spans.totals().ownNs()).isEqualTo(calls.ownNs());
    }
    ProfileTotals pprof = ProfileTotals.pprof(report(trace, "pprof"));
    assertThat(pprof.begins()).isEqualTo(calls.begins());
    assertThat(pprof.ownNs()).isEqualTo(calls.ownNs());
    assertThat(ProfileTotals.collapsed(report(trace, "collapsed")).ownNs())
        .isEqualTo(calls.ownNs());
  }

  /** A frame that was found on a stack, as after a fork, has a span, and is no call. */
  private static void assertBegins(Map<String, Long> spans, Map<String, Long> calls, Path trace)
      throws IOException {
    if (Files.readString(trace).contains("{\"record\":\"stack\"")) {
      assertThat(spans).hasSameSizeAs(calls);
      calls.forEach(
          (function, count) ->
              assertThat(spans.get(function)).isNotNull().isGreaterThanOrEqualTo(count));
    } else {
      assertThat(spans).isEqualTo(calls);
    }
  }

  /** Parts of the time, which are read from the trace one by one, add up to the whole. */
  private static void addUp(Path trace) throws IOException {
    ProfileTotals whole = summary(trace, true);
    Map<String, Long> begins = new TreeMap<>();
    Map<String, Long> own = new TreeMap<>();
    for (String part : List.of("..20ms", "20ms..47.3ms", "47.3ms..90ms", "90ms..")) {
      ProfileTotals totals = summary(trace, true, "--between", part);
      totals.begins().forEach((key, count) -> begins.merge(key, count, Long::sum));
      totals.ownNs().forEach((key, ns) -> own.merge(key, ns, Long::sum));
    }

    assertThat(begins).isEqualTo(whole.begins());
    assertThat(own).isEqualTo(whole.ownNs());
  }

  @Test
  void profilesThatAreWrittenWhileTheProgramRunsHaveTheSameCalls() throws IOException {
    Interpreter python = Interpreters.newest();
    TestProgram program = TestProgram.script(Repository.PROGRAMS.resolve("generators.py"));
    Path file = Files.createTempFile(work, "whole", "");
    trace(python, program, file, "json");
    byte[] summary = Files.readAllBytes(file);
    Map<String, Long> stays = ProfileTotals.summary(summary, true).begins();

    trace(python, program, file, "speedscope");
    assertThat(Spans.speedscope(Files.readAllBytes(file)).totals().begins()).isEqualTo(stays);
    trace(python, program, file, "chrome");
    assertThat(Spans.chrome(Files.readAllBytes(file)).totals().begins()).isEqualTo(stays);
    trace(python, program, file, "perfetto");
    assertThat(Spans.perfetto(Files.readAllBytes(file)).totals().begins()).isEqualTo(stays);
    trace(python, program, file, "pprof");
    assertThat(ProfileTotals.pprof(Files.readAllBytes(file)).begins())
        .isEqualTo(ProfileTotals.summary(summary, false).begins());
  }

  private static void trace(Interpreter python, TestProgram program, Path file, String format) {
    List<String> command = new ArrayList<>(List.of("trace", "--quiet", "--follow"));
    command.addAll(List.of("--module-level", "--scope", "user,stdlib"));
    command.addAll(List.of("--python", python.executable().toString()));
    command.addAll(List.of("--format", format, "-o", file.toString()));
    command.addAll(program.commandLine());
    Run.leadline(program.directory(), command);
  }

  private static ProfileTotals summary(Path trace, boolean resumes, String... more)
      throws IOException {
    return ProfileTotals.summary(report(trace, "json", more), resumes);
  }

  private static byte[] report(Path trace, String format, String... more) throws IOException {
    Path report = Files.createTempFile(work, "report", "");
    List<String> command = new ArrayList<>(List.of("report", "--quiet", "--format", format));
    command.addAll(List.of("-o", report.toString(), trace.toString()));
    command.addAll(List.of(more));
    Outcome outcome = Run.leadline(work, command);
    assertThat(outcome.status()).as(outcome.errText()).isZero();
    byte[] bytes = Files.readAllBytes(report);
    Files.delete(report);
    return bytes;
  }
}
