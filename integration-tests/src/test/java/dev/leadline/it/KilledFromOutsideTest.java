package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A program that is killed by SIGKILL leaves a trace that says so, and has all events of each
 * thread but the last batch's: what is there begins like the oracle's events, which writes each
 * event at once.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledFromOutsideTest {

  /** Events that a thread holds before it writes them; python-agent's recorder._BATCH. */
  private static final int BATCH = 4000;

  private static final int CALLS = 3000;

  /**
   * A thread and the main program work; when all of it is done, it prints its process id and waits.
   */
  private static final String PROGRAM =
      """
      import os, sys, threading

      def step(n):
          return n + 1

      def work(calls):
          value = 0
          for _ in range(calls):
              value = step(value)
          return value

      def in_thread():
          work(calls)
          done.set()
          sys.stdin.read()

      calls, done = int(sys.argv[1]), threading.Event()
      threading.Thread(target=in_thread).start()
      done.wait()
      work(calls)
      print(os.getpid(), flush=True)
      sys.stdin.read()
      """;

  @TempDir static Path work;

  @TestFactory
  Stream<DynamicTest> allButTheLastBatchIsKept() {
    return tests(CALLS);
  }

  @TestFactory
  Stream<DynamicTest> aProgramThatDiesYoungLeavesATrace() {
    return tests(5);
  }

  private static Stream<DynamicTest> tests(int calls) {
    return Interpreters.all().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    Interpreters.version(python).toString(), () -> isKept(python, calls)));
  }

  private static void isKept(Interpreter python, int calls) throws Exception {
    Path directory = Files.createTempDirectory(work, "killed");
    Path program = Files.writeString(directory.resolve("killed.py"), PROGRAM);
    String executable = python.executable().toString();
    String[] words = {program.toString(), Integer.toString(calls)};

    String recorder = Repository.RECORDER.toString();
    List<String> record = List.of(executable, recorder, "user", "raw.ndjson", "script");
    killed(directory, record, words);
    List<String> trace =
        List.of("trace", "--module-level", "-o", "t.ndjson", "--python", executable);
    Outcome outcome = killed(directory, Launched.command(trace), words);

    assertThat(outcome.status()).isEqualTo(137);
    assertThat(outcome.err()).contains("the program died: killed by signal 9 (SIGKILL)");
    List<JsonNode> records = OracleEvent.values(directory.resolve("t.ndjson"));
    assertThat(records).noneMatch(node -> node.get("record").asText().equals("end"));
    assertThat(records.get(records.size() - 1).toString())
        .isEqualTo(
            "{\"record\":\"exit\",\"status\":137,\"timed_out\":false,\"events_lost\":false,"
                + "\"detail\":\"\"}");
    areKept(directory);
  }

  /** Runs a command until the program says that it has done its work, and kills the program. */
  private static Outcome killed(Path directory, List<String> command, String... words)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(words));
    LiveRun run = LiveRun.of(directory, all);
    long program = Long.parseLong(run.line());
    assertThat(ProcessHandle.of(program).orElseThrow().destroyForcibly()).isTrue();
    return run.end();
  }

  /** Batches grow from a few events to {@link #BATCH}, each to twice the size of the one before. */
  private static void areKept(Path directory) {
    Path flat = directory.resolve("flat.ndjson");
    Run.leadline(
        directory, List.of("report", "t.ndjson", "--format", "ndjson", "-o", flat.toString()));
    List<List<OracleEvent>> recorded = EventStacks.recorded(directory.resolve("raw.ndjson")).all();
    List<List<OracleEvent>> kept = EventStacks.traced(flat).all();
    assertThat(recorded).hasSize(2);
    assertThat(kept).hasSize(2);
    for (List<OracleEvent> expected : recorded) {
      List<OracleEvent> actual =
          kept.stream().filter(one -> one.get(0).equals(expected.get(0))).findFirst().orElseThrow();
      assertThat(actual).hasSizeBetween(expected.size() / 3, expected.size());
      assertThat(expected.size() - actual.size()).as("events lost").isLessThanOrEqualTo(BATCH);
      assertThat(expected.subList(0, actual.size()).equals(actual))
          .as(() -> EventDifference.text(expected, actual))
          .isTrue();
    }
  }
}
