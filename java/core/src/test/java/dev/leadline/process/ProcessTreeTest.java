package dev.leadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Starts a shell that starts another one, and waits until both are there. */
  private static Process started(String inner) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", "sh -c '" + inner + "' & wait; exit 7").start();
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("ready");
    return process;
  }

  private static List<ProcessHandle> all(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  @Test
  void endsWhatTheProcessStarted() throws Exception {
    Process process = started("echo ready; sleep 600");
    List<ProcessHandle> members = all(process);

    ProcessTree.of(process).end(PATIENCE);

    assertThat(members).hasSizeGreaterThan(1);
    for (ProcessHandle member : members) {
      member.onExit().get();
    }
    assertThat(process.waitFor()).as("ended by SIGTERM").isEqualTo(128 + 15);
  }

  @Test
  void killsAProcessThatIgnoresSignals() throws Exception {
    Process process = started("trap \"\" TERM; echo ready; while :; do sleep 600; done");
    List<ProcessHandle> members = all(process);

    ProcessTree.of(process).end(Duration.ofMillis(50));

    for (ProcessHandle member : members) {
      member.onExit().get();
    }
    assertThat(members).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void leavesAnEndedProcessAlone() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "exit 3").start();
    process.waitFor();

    ProcessTree.of(process).end(PATIENCE);

    assertThat(process.exitValue()).isEqualTo(3);
  }
}
