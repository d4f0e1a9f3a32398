package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A SIGTERM at many moments of the start, from the shell script to the running program, ends
 * Leadline as it would end the program, and reports no fault of its own.
 */
class EndedWhileItStartsTest {

  private static final int MOMENTS = 25;
  private static final int STEP_MS = 20;

  /** A SIGTERM while the JVM makes its own first objects: docs/tracing.md names it. */
  private static final String OF_THE_JVM_ITSELF = "Error occurred during initialization of VM\n";

  private static final int TERMINATED = 128 + 15;

  @TempDir Path work;

  @BeforeEach
  void makeProgramAndTheArchiveOfClasses() throws IOException {
    Files.writeString(work.resolve("wait.py"), "import time\ntime.sleep(600)\n");
    assertThat(Run.process(work, List.of(launcher(), "--version")).status()).isZero();
  }

  private static String launcher() {
    return Repository.ROOT.resolve("leadline").toString();
  }

  @TestFactory
  Stream<DynamicTest> sigtermByTheLauncher() {
    return moments(List.of(launcher()));
  }

  @TestFactory
  Stream<DynamicTest> sigtermToTheJar() {
    return moments(Launched.firstCommand(List.of()));
  }

  private Stream<DynamicTest> moments(List<String> leadline) {
    return IntStream.range(0, MOMENTS)
        .map(moment -> moment * STEP_MS)
        .mapToObj(ms -> DynamicTest.dynamicTest(ms + " ms", () -> endsCleanly(leadline, ms)));
  }

  private void endsCleanly(List<String> leadline, int afterMs) throws Exception {
    List<String> command = new ArrayList<>(leadline);
    String python = Interpreters.newest().executable().toString();
    command.addAll(List.of("trace", "-o", "t.ndjson", "--python", python, "wait.py"));
    LiveRun run = LiveRun.of(work, command);
    Thread.sleep(afterMs);

    run.signal("TERM");

    Outcome outcome = run.end();
    if ((outcome.out() + outcome.err()).startsWith(OF_THE_JVM_ITSELF)) {
      return;
    }
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errText())
        .doesNotContain("Exception", "\tat ", "Traceback", "is not Python");
    assertThat(outcome.status()).isEqualTo(TERMINATED);
  }
}
