package dev.leadline.launch.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The watchdog of this JVM, and its script on its own: with it, the JVM that is killed is a pipe.
 */
class WatchdogTest {

  private static final int TERMINATED = 128 + 15;
  private static final int KILLED = 128 + 9;

  /** Runs on with a child, whose process id it says. */
  private static final String WAITS = "sleep 600 & echo $!; wait";

  @TempDir Path directory;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process started(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Process shell(String script) throws IOException {
    return started(new ProcessBuilder("sh", "-c", script));
  }

  /** A program that runs on, once it is ready, with a child whose process id it says. */
  private Process parent() throws IOException {
    return shell(WAITS);
  }

  private static ProcessHandle child(Process parent) throws IOException {
    return ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
  }

  /** Lets the script run until the orders are through and the pipe is closed. */
  private static void jvmThatSays(String... orders) throws IOException, InterruptedException {
    try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
      String text = new String(script.readAllBytes(), UTF_8);
      Process watchdog = new ProcessBuilder("sh", "-c", text, "leadline-watchdog").start();
      try (OutputStream pipe = watchdog.getOutputStream()) {
        for (String order : orders) {
          pipe.write((order + "\n").getBytes(UTF_8));
        }
      }
      watchdog.waitFor();
    }
  }

  @Test
  void sendsASignalByNameOrNumber() throws Exception {
    Process named = parent();
    Process numbered = parent();
    List<ProcessHandle> children = List.of(child(named), child(numbered));

    assertThat(Watchdog.get().signal("TERM", List.of(named.pid()))).isTrue();
    assertThat(Watchdog.get().signal("9", List.of(numbered.pid()))).isTrue();

    assertThat(named.waitFor()).isEqualTo(TERMINATED);
    assertThat(numbered.waitFor()).isEqualTo(KILLED);
    assertThat(children).allMatch(ProcessHandle::isAlive, "received no signal");
    children.forEach(ProcessHandle::destroy);
  }

  @Test
  void aMissingProcessIsNoFaultAndTheOthersAreSignalled() throws Exception {
    Process gone = shell("exit 0");
    gone.waitFor();
    Process there = parent();
    ProcessHandle child = child(there);

    assertThat(Watchdog.get().signal("TERM", List.of())).isTrue();
    assertThat(Watchdog.get().signal("TERM", List.of(gone.pid(), there.pid(), child.pid())))
        .isTrue();

    assertThat(there.waitFor()).isEqualTo(TERMINATED);
    child.onExit().join();
  }

  @Test
  void theProgramsOfAKilledJvmEndWithTheirChildren() throws Exception {
    Process program = parent();
    ProcessHandle child = child(program);

    jvmThatSays("begin " + program.pid());

    assertThat(program.waitFor()).isEqualTo(TERMINATED);
    child.onExit().join();
  }

  @Test
  void aProcessThatDoesNotEndWhenAskedIsKilled() throws Exception {
    Process program = shell("trap '' TERM; echo ready; while :; do sleep 1; done");
    assertThat(program.inputReader().readLine()).isEqualTo("ready");

    jvmThatSays("begin " + program.pid());

    assertThat(program.waitFor()).isEqualTo(KILLED);
  }

  @Test
  void aProgramThatIsOverIsLeftAlone() throws Exception {
    Process over = parent();
    Process running = parent();
    ProcessHandle child = child(over);
    child(running);

    jvmThatSays("begin " + over.pid(), "begin " + running.pid(), "end " + over.pid());

    assertThat(running.waitFor()).isEqualTo(TERMINATED);
    assertThat(over.isAlive()).isTrue();
    assertThat(child.destroy()).isTrue();
  }

  @Test
  void theDirectoriesOfAKilledJvmGoWhateverTheirNames() throws Exception {
    Path kept = Files.createDirectories(directory.resolve("a b * $(c) 'd'"));
    Path other = Files.createDirectory(directory.resolve("a b"));
    Files.writeString(kept.resolve("file"), "x");

    jvmThatSays("keep " + kept);

    assertThat(kept).doesNotExist();
    assertThat(other).exists();
  }

  /** The JVM may have been killed between its start of a program and the order that says so. */
  @Test
  void whoeverHasADirectoryOnTheCommandLineOrInTheEnvironmentEnds() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept [x]"));
    Process argued =
        started(new ProcessBuilder("sh", "-c", WAITS, kept.resolve("config.json") + ""));
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", WAITS);
    builder.environment().put("LEADLINE_FOLLOW", kept.resolve("follow.json").toString());
    Process informed = started(builder);
    Process other = started(new ProcessBuilder("sh", "-c", WAITS, directory + "/kept x"));
    List<ProcessHandle> children = List.of(child(argued), child(informed));
    child(other);

    jvmThatSays("keep " + kept);

    assertThat(argued.waitFor()).isEqualTo(TERMINATED);
    assertThat(informed.waitFor()).isEqualTo(TERMINATED);
    children.forEach(child -> child.onExit().join());
    assertThat(kept).doesNotExist();
    assertThat(other.isAlive()).isTrue();
  }

  @Test
  void aJvmThatEndsInGoodOrderLeavesAllAsItIs() throws Exception {
    Path kept = Files.createDirectory(directory.resolve("kept"));
    Process program = parent();
    ProcessHandle child = child(program);

    jvmThatSays("keep " + kept, "begin " + program.pid(), "over");

    assertThat(kept).exists();
    assertThat(program.isAlive()).isTrue();
    assertThat(child.destroy()).isTrue();
  }

  @Test
  void aSignalReachesAProcessThatIsNoProgramOfOurs() throws Exception {
    Process program = parent();
    ProcessHandle child = child(program);

    jvmThatSays("signal -TERM " + program.pid() + " " + child.pid());

    assertThat(program.waitFor()).isEqualTo(TERMINATED);
    child.onExit().join();
  }
}
