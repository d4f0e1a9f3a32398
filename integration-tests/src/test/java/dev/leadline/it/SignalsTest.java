package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.interpreter.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that Leadline gets are the program's, and no program outlives a Leadline that dies. */
class SignalsTest {

  /** Says that it is ready, with its process id and the agent's configuration, and waits. */
  private static final String PROGRAM =
      """
      import os, signal, sys, time

      def handle(number, frame):
          print('received', number, flush=True)
          sys.exit(7)

      def wait_for_ever():
          ready = os.getpid(), config, signal.getsignal(signal.SIGINT) == signal.SIG_IGN
          print(*ready, flush=True)
          time.sleep(600)

      what = sys.argv[1]
      if what == 'handles':
          signal.signal(signal.SIGTERM, handle)
          signal.signal(signal.SIGHUP, handle)
      elif what == 'ignores':
          signal.signal(signal.SIGTERM, signal.SIG_IGN)
      with open('/proc/self/cmdline', 'rb') as words:
          config = words.read().split(b'\\0')[-2].decode()
      try:
          wait_for_ever()
      finally:
          print('cleaned up', flush=True)
      """;

  /** The signals that have a handler, or are ignored, but for those that only glibc or we use. */
  private static final String DISPOSITIONS =
      """
      import signal
      names = 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGPIPE'
      for name in names:
          print(name, signal.getsignal(getattr(signal, name)))
      print(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
      """;

  /** Waits for a signal that it handles, or for the end of its stdin. */
  private static final String SERVER =
      """
      import os, signal, sys

      def stop(number, frame):
          os.write(1, b'stopped by %d' % number)
          os._exit(7)

      if sys.argv[1] == 'handles':
          signal.signal(getattr(signal, 'SIG' + sys.argv[2]), stop)
      print('ready', flush=True)
      sys.stdin.read()
      print('went on', flush=True)
      """;

  private static final String TERMINAL =
      """
      import os, pty, signal, sys
      pid, terminal = pty.fork()
      if pid == 0:
          signal.signal(signal.SIGINT, signal.SIG_DFL)
          os.execv(sys.argv[1], sys.argv[1:])
      seen = b''
      while b'False' not in seen:
          seen += os.read(terminal, 1000)
      os.write(terminal, b'\\x03')
      try:
          piece = os.read(terminal, 1000)
          while piece:
              seen += piece
              piece = os.read(terminal, 1000)
      except OSError:
          pass  # Linux says so at a terminal's end
      status = os.waitpid(pid, 0)[1]
      print(os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status))
      print(seen.decode())
      """;

  /** The blanks behind the word are held back, since they might be the start of the header. */
  private static final String SLOW_START =
      """
      import os, time
      os.write(1, b'starting' + b'\\n' + b' ' * 40)
      time.sleep(600)
      """;

  @TempDir Path work;
  private String python;

  @BeforeEach
  void makeProgram() throws IOException {
    python = Interpreters.newest().executable().toString();
    Files.writeString(work.resolve("wait.py"), PROGRAM);
  }

  private List<String> command(String what, String... options) {
    List<String> args = new ArrayList<>(List.of("trace", "-o", "t.ndjson", "--python", python));
    args.addAll(List.of(options));
    args.addAll(List.of("wait.py", what));
    return Launched.command(args);
  }

  private LiveRun ready(List<String> command) throws IOException {
    LiveRun run = LiveRun.of(work, command);
    ready = run.line().split(" ");
    return run;
  }

  private String[] ready;

  private String lastRecord() {
    List<String> lines = TestProgram.text(work.resolve("t.ndjson")).lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void sigtermReachesTheProgramsHandlerAndTheTraceIsWhole() throws Exception {
    LiveRun run = ready(command("handles"));

    run.signal("TERM");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.out()).isEqualTo("received 15\ncleaned up\n");
    assertThat(outcome.err()).contains("exited with status 7");
    assertThat(lastRecord()).startsWith("{\"record\":\"exit\",\"status\":7,");
  }

  @Test
  void sighupDoesTheSame() throws Exception {
    LiveRun run = ready(command("handles"));

    run.signal("HUP");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.out()).isEqualTo("received 1\ncleaned up\n");
  }

  @Test
  void aProgramThatSigtermEndsShowsWhereItWas() throws Exception {
    LiveRun run = ready(command("waits"));

    run.signal("TERM");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(143);
    assertThat(outcome.err()).contains("SIGTERM").contains("wait_for_ever");
    assertThat(lastRecord()).startsWith("{\"record\":\"exit\",\"status\":143,");
  }

  /** A command whose interpreter waits before the agent can begin. */
  private List<String> slowly(List<String> command) throws IOException {
    Path site = Files.createDirectories(work.resolve("site"));
    Files.writeString(site.resolve("sitecustomize.py"), SLOW_START);
    List<String> slowly = new ArrayList<>(List.of("env", "PYTHONPATH=" + site));
    slowly.addAll(command);
    return slowly;
  }

  @Test
  void sigtermWhileTheInterpreterStartsEndsAsAPlainRunDoes() throws Exception {
    LiveRun run = ready(slowly(command("waits")));

    run.signal("TERM");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(143);
    assertThat(outcome.err())
        .contains("killed by signal 15 (SIGTERM), before the program could start");
  }

  @Test
  void sigintWhileTheInterpreterStartsEndsAsAPlainRunDoes() throws Exception {
    LiveRun plain = ready(slowly(List.of(python, "wait.py", "waits")));
    plain.signal("INT");
    int expected = plain.end().status();
    LiveRun run = ready(slowly(command("waits")));

    run.signal("INT");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(expected);
    assertThat(outcome.err()).contains("before the program could start");
  }

  @Test
  void aProcessThatIgnoresSigtermIsKilledSoonerAfterASecondOne() throws Exception {
    LiveRun run = ready(command("ignores"));

    run.signal("TERM");
    run.signal("TERM");

    assertThat(run.end().status()).isEqualTo(137);
  }

  @Test
  void sigintWithoutATerminalIsHandedOn() throws Exception {
    LiveRun run = ready(command("waits"));

    run.signal("INT");

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(interrupted());
    assertThat(outcome.out()).isEqualTo("cleaned up\n");
    assertThat(outcome.err()).contains("KeyboardInterrupt").contains("raised");
  }

  @Test
  void ctrlCOnATerminalInterruptsTheProgramOnce() throws Exception {
    List<String> command = new ArrayList<>(List.of(python, "-c", TERMINAL));
    command.addAll(command("waits"));

    Outcome outcome = Run.process(work, command);

    assertThat(outcome.out().lines().findFirst()).contains(Integer.toString(interrupted()));
    assertThat(outcome.out()).containsOnlyOnce("Traceback (most recent call last):");
    assertThat(outcome.out()).containsOnlyOnce("cleaned up");
    assertThat(lastRecord())
        .startsWith("{\"record\":\"exit\",\"status\":%d,".formatted(interrupted()));
  }

  /** The status of a program that a KeyboardInterrupt ends: the signal's since bpo-1054041. */
  private static int interrupted() {
    return Interpreters.version(Interpreters.newest()).atLeast("3.8") ? 128 + 2 : 1;
  }

  private static List<String> traced(Path python, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Repository.ROOT.resolve("leadline").toString());
    command.addAll(List.of("trace", "-o", "t.ndjson", "--python", python.toString(), program));
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> plain(Path python, String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(python.toString(), program));
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<Path> pythons() {
    return Interpreters.all().stream().map(Interpreter::executable).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INT,QUIT", "HUP", "QUIT,TERM,USR1,USR2"})
  void theProgramStartsWithTheDispositionsOfAPlainRun(String ignored) throws Exception {
    Files.writeString(work.resolve("signals.py"), DISPOSITIONS);
    Path executable = Interpreters.newest().executable();
    LiveRun plain =
        LiveRun.as(work, Dispositions.ignoring(ignored, plain(executable, "signals.py")));
    LiveRun traced =
        LiveRun.as(work, Dispositions.ignoring(ignored, traced(executable, "signals.py")));

    assertThat(traced.end().out()).isEqualTo(plain.end().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUP", "TERM"})
  void anIgnoredSignalMeetsTheProgramAsInAPlainRun(String name) throws Exception {
    Files.writeString(work.resolve("server.py"), SERVER);
    meetsAsInAPlainRun(Interpreters.newest().executable(), name);
  }

  /** As {@code &} starts a command in a script. */
  @ParameterizedTest
  @MethodSource("pythons")
  void anIgnoredSigintMeetsTheProgramAsInAPlainRun(Path executable) throws Exception {
    Files.writeString(work.resolve("server.py"), SERVER);
    meetsAsInAPlainRun(executable, "INT");
  }

  private void meetsAsInAPlainRun(Path executable, String name) throws Exception {
    for (String what : List.of("handles", "leaves")) {
      List<String> plain = plain(executable, "server.py", what, name);
      List<String> traced = traced(executable, "server.py", what, name);

      assertThat(met(name, traced)).as(what).isEqualTo(met(name, plain));
    }
  }

  /** What the program says of this signal, and its status; it goes on at the end of its stdin. */
  private String met(String signal, List<String> command) throws Exception {
    LiveRun run = LiveRun.as(work, Dispositions.ignoring("HUP,INT,TERM", command));
    assertThat(run.line()).isEqualTo("ready");
    run.signal(signal);
    if (command.contains("leaves")) {
      run.goOn();
    }
    Outcome outcome = run.end();
    return outcome.out() + outcome.status();
  }

  @Test
  void withoutTheLauncherAnIgnoredSigintStaysIgnored() throws Exception {
    LiveRun run = LiveRun.as(work, Dispositions.ignoring("INT", command("handles")));
    ready = run.line().split(" ");
    assertThat(ready[2]).isEqualTo("True");

    run.signal("INT");
    run.signal("TERM");

    assertThat(run.end().out()).isEqualTo("received 15\ncleaned up\n");
  }

  @Test
  void aTimeoutShowsWhereTheProgramHangs() throws Exception {
    LiveRun run = ready(command("waits", "--timeout", "5s"));

    Outcome outcome = run.end();
    assertThat(outcome.status()).isEqualTo(124);
    assertThat(outcome.err()).contains("wait_for_ever");
    assertThat(lastRecord()).contains("\"timed_out\":true");
  }

  @Test
  void aKilledLeadlineLeavesNeitherTheProgramNorItsFilesBehind() throws Exception {
    LiveRun run = ready(command("ignores"));
    ProcessHandle program = ProcessHandle.of(Long.parseLong(ready[0])).orElseThrow();
    Path agent = Path.of(ready[1]).getParent().getParent();
    List<ProcessHandle> children = run.children();
    assertThat(children).contains(program);
    assertThat(agent).exists();

    run.signal("KILL");

    children.forEach(child -> child.onExit().join());
    assertThat(program.isAlive()).isFalse();
    assertThat(agent).doesNotExist();
  }
}
