package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pipeline that ends a job sends SIGTERM to its process group and, when its patience ends,
 * SIGKILL: then no process and no temporary file is left.
 */
class KilledJobTest {

  /**
   * Starts a child, prints both process ids, and waits; its argument says whether it runs on after
   * SIGTERM.
   */
  private static final String PROGRAM =
      """
      import os, signal, subprocess, sys, time

      def go_on(*_):
          with open('heard', 'w') as pipe:
              pipe.write('SIGTERM')

      child = subprocess.Popen(['sleep', '600'])
      if sys.argv[1] == 'goes-on':
          signal.signal(signal.SIGTERM, go_on)
      with open('started-%d.%d' % sys.version_info[:2], 'w') as pipe:
          pipe.write('%d %d\\n' % (os.getpid(), child.pid))
      while True:
          time.sleep(1)
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Interpreter PYTHON = Interpreters.newest();
  private static final Interpreter OTHER = Interpreters.all().get(0);

  @TempDir Path work;

  @BeforeEach
  void makeProgram() throws IOException {
    Files.writeString(work.resolve("waits.py"), PROGRAM);
    Files.writeString(work.resolve("check.yaml"), "runs: [{program: waits.py, args: [goes-on]}]\n");
    Files.createDirectory(work.resolve("tmp"));
    Set<String> pipes = new LinkedHashSet<>();
    Collections.addAll(pipes, "mkfifo", started(PYTHON).toString(), started(OTHER).toString());
    pipes.add("heard");
    assertThat(Run.process(work, List.copyOf(pipes)).status()).isZero();
  }

  @Test
  void sigtermIsEnough() throws Exception {
    Job job = start("trace --follow --python PYTHON waits.py hears");
    job.signal("TERM");

    assertThat(job.run.end().status()).isEqualTo(143);
    job.isGone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trace --python PYTHON waits.py goes-on",
        "trace --follow -o t.ndjson --python PYTHON waits.py goes-on",
        "depths --python PYTHON waits.py goes-on",
        "compare --python PYTHON --python OTHER waits.py goes-on",
        "check --python PYTHON --python OTHER --junit t.xml check.yaml"
      })
  void sigkillIsTheEndOfAll(String command) throws Exception {
    Job job = start(command);
    job.signal("TERM");
    assertThat(Files.readString(work.resolve("heard"))).startsWith("SIGTERM");
    job.signal("KILL");

    assertThat(job.run.end().status()).isEqualTo(137);
    job.isGone();
  }

  private Job start(String words) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        !words.contains("OTHER") || PYTHON != OTHER,
        "two interpreters are compared, and there is no other than " + PYTHON.version());
    List<String> command =
        new ArrayList<>(List.of("env", "TMPDIR=" + work.resolve("tmp"), "setsid"));
    // depths and compare begin when stdin has ended
    command.addAll(List.of("sh", "-c", "exec \"$@\" </dev/null", "sh"));
    command.add(Repository.ROOT.resolve("leadline").toString());
    for (String word : words.split(" ")) {
      command.add(word.replace("PYTHON", path(PYTHON)).replace("OTHER", path(OTHER)));
    }
    Job job = new Job(LiveRun.of(work, command));
    for (Interpreter python : words.contains("OTHER") ? List.of(PYTHON, OTHER) : List.of(PYTHON)) {
      String[] numbers = Files.readString(started(python)).strip().split(" ");
      job.programs.add(ProcessHandle.of(Long.parseLong(numbers[0])).orElseThrow());
      job.children.add(ProcessHandle.of(Long.parseLong(numbers[1])).orElseThrow());
    }
    job.ours.addAll(startedBy(job.run, job.programs.size() + 1));
    assertThat(work.resolve("tmp")).isNotEmptyDirectory();
    return job;
  }

  /**
   * Its programs and the shell that ends them in the end, which starts while the first one does.
   */
  private static List<ProcessHandle> startedBy(LiveRun run, int least) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<ProcessHandle> started = run.children();
    while (started.size() < least && System.nanoTime() < end) {
      Thread.sleep(10);
      started = run.children();
    }
    assertThat(started).hasSizeGreaterThanOrEqualTo(least);
    return started;
  }

  private static String path(Interpreter python) {
    return python.executable().toString();
  }

  private Path started(Interpreter python) {
    return work.resolve("started-" + Interpreters.version(python));
  }

  /** A run in a process group of its own, with all that it has started. */
  private final class Job {
    final LiveRun run;
    final List<ProcessHandle> programs = new ArrayList<>();
    final List<ProcessHandle> children = new ArrayList<>();
    final List<ProcessHandle> ours = new ArrayList<>();

    Job(LiveRun run) {
      this.run = run;
    }

    void signal(String name) {
      String group = "-" + run.pid();
      assertThat(Run.process(work, List.of("kill", "-" + name, "--", group)).status()).isZero();
    }

    void isGone() {
      Stream.of(programs, children, ours).flatMap(List::stream).forEach(one -> one.onExit().join());
      assertThat(work.resolve("tmp")).isEmptyDirectory();
    }
  }
}
