package dev.leadline.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.TestPython;
import dev.leadline.wire.StreamListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams of children whose records are written by the program itself, so that each byte of them is
 * known: it finds the socket in the configuration that the agent was started with.
 */
class FollowedProcessesTest {

  private static final String JOIN =
      """
      import ctypes, json, os, socket, sys, time
      def parameter():
          with open('/proc/%d/cmdline' % first, 'rb') as words:
              return words.read().split(b'\\0')[-2]
      first = os.getpid()
      with open(parameter()) as config:
          path = json.load(config)['follow']['socket']
      def join():
          stream = socket.socket(socket.AF_UNIX)
          stream.connect(path)
          return stream
      def header(process):
          return b'{"record":"header","protocol":1,"process":%d,"flush_signal":null}\\n' % process
      def mark(text):
          return b'{"record":"mark","text":"%s"}\\n' % text.encode()
      def fork():
          # as an extension may do it: the agent sees no event of it
          return ctypes.CDLL(None).fork()
      def begin():
          stream = join()
          stream.sendall(header(os.getpid()))
          return stream
      """;

  private static ChosenInterpreter python;

  @TempDir Path directory;

  private final List<String> lines = new ArrayList<>();
  private final Recorder recorder = new Recorder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Optional<Duration> timeout = Optional.empty();

  @BeforeAll
  static void choosePython() throws NoInterpreterException {
    python = TestPython.choose();
  }

  private Launched run(int most, String code) throws IOException {
    StreamListener store =
        new StreamListener() {
          @Override
          public void line(byte[] buffer, int from, int to) {
            lines.add(new String(buffer, from, to - from, UTF_8));
          }
        };
    ProgramStdio stdio = ProgramStdio.piped(InputStream.nullInputStream(), out, err);
    Launch launch = LaunchFixture.followed(python, directory, JOIN + code, most, timeout, stdio);
    return new Launcher().run(launch, recorder, store);
  }

  /** A run that is stopped when its time is up, after the program has printed something. */
  private Launched runUntilTimeIsUp(String code) throws IOException {
    return LaunchFixture.withTimeEnough(
        limit -> {
          timeout = Optional.of(limit);
          return Optional.of(run(9, code)).filter(launched -> out.size() > 0);
        });
  }

  /** The lines of each process, without those that name it. */
  private Map<Integer, List<String>> byProcess() {
    Map<Integer, List<String>> byProcess = new LinkedHashMap<>();
    int process = 0;
    for (String line : lines) {
      if (line.startsWith("{\"record\":\"process\"")) {
        process = Integer.parseInt(line.replaceAll("\\D", ""));
      } else {
        byProcess.computeIfAbsent(process, number -> new ArrayList<>()).add(line);
      }
    }
    return byProcess;
  }

  private long begun(String record) {
    return lines.stream().filter(line -> line.startsWith("{\"record\":\"" + record)).count();
  }

  private static List<String> marks(List<String> lines) {
    return lines.stream().filter(line -> line.contains("\"mark\"")).toList();
  }

  @Test
  void streamsOfAllProcessesBecomeOneOfWholeLines() throws IOException {
    run(
        9,
        """
        streams = [begin() for _ in range(3)]
        for n in range(2000):
            for s in streams:
                text = mark('%d %s' % (n, 'x' * 100))
                s.sendall(text[:40]); s.sendall(text[40:])
        """);

    Map<Integer, List<String>> byProcess = byProcess();
    assertThat(byProcess.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(lines.get(0)).startsWith("{\"record\":\"header\"").contains("\"engine\"");
    assertThat(byProcess.get(0)).last().asString().startsWith("{\"record\":\"end\"");
    for (int process = 1; process <= 3; process++) {
      assertThat(byProcess.get(process).get(0)).startsWith("{\"record\":\"header\"");
      List<String> expected =
          IntStream.range(0, 2000)
              .mapToObj(n -> "{\"record\":\"mark\",\"text\":\"" + n + " " + "x".repeat(100) + "\"}")
              .toList();
      assertThat(marks(byProcess.get(process))).isEqualTo(expected);
    }
  }

  @Test
  void manyChildrenAreRecordedCompletely() throws IOException {
    run(
        100,
        """
        children = []
        for n in range(64):
            pid = fork()
            if pid == 0:
                s = begin()
                for i in range(50): s.sendall(mark('%d' % i))
                os._exit(0)
            children.append(pid)
        for pid in children: os.waitpid(pid, 0)
        """);

    Map<Integer, List<String>> byProcess = byProcess();
    assertThat(byProcess).hasSize(65);
    byProcess.remove(0);
    assertThat(byProcess.values()).allSatisfy(lines -> assertThat(marks(lines)).hasSize(50));
  }

  @Test
  void aLineThatADeadChildLeftUnfinishedSpoilsNoOther() throws IOException {
    run(
        9,
        """
        a, b = begin(), begin()
        a.sendall(b'{"record":"mark","te')
        b.sendall(mark('whole'))
        a.close()
        b.sendall(mark('whole too'))
        """);

    assertThat(byProcess().values().stream().skip(1).map(FollowedProcessesTest::marks))
        .containsExactlyInAnyOrder(
            List.of("{\"record\":\"mark\",\"te"),
            List.of(
                "{\"record\":\"mark\",\"text\":\"whole\"}",
                "{\"record\":\"mark\",\"text\":\"whole too\"}"));
  }

  @Test
  void aChildThatOutlivesTheFirstProcessIsAwaitedAndReadToItsEnd() throws IOException {
    Launched launched =
        run(
            9,
            """
            r, w = os.pipe()
            if fork() == 0:
                os.close(w)
                s = begin()
                os.read(r, 1)             # ends when the first process has
                while os.getppid() == first: time.sleep(0.01)
                for n in range(3):
                    s.sendall(mark('late %d' % n))
                    os.write(1, b'out %d ' % n)
                    os.write(2, b'err %d ' % n)
                    time.sleep(0.05)
                os._exit(0)
            sys.exit(3)
            """);

    assertThat(launched.exit().status()).isEqualTo(3);
    assertThat(marks(byProcess().get(1))).hasSize(3);
    assertThat(out.toString(UTF_8)).isEqualTo("out 0 out 1 out 2 ");
    assertThat(err.toString(UTF_8)).isEqualTo("err 0 err 1 err 2 ");
  }

  @Test
  void aChildThatIsLateToOpenItsStreamIsAwaited() throws IOException {
    run(
        9,
        """
        if fork() == 0:
            while os.getppid() == first: time.sleep(0.01)
            s = begin()
            s.sendall(mark('here I am'))
            os._exit(0)
        """);

    assertThat(marks(byProcess().get(1))).hasSize(1);
  }

  @Test
  void aTimeoutStopsProcessesThatWereLeftBehind() throws IOException {
    Launched launched =
        runUntilTimeIsUp(
            """
            ready, go = os.pipe()
            if fork() == 0:
                os.setsid()
                s = begin()
                os.write(1, b'%d' % os.getpid())
                os.write(go, b'.')
                time.sleep(600)
            os.read(ready, 1)
            """);

    assertThat(launched.exit().timedOut()).isTrue();
    long child = Long.parseLong(out.toString(UTF_8));
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void aTimeoutStopsAnOrphanedProgramToo() throws IOException {
    runUntilTimeIsUp(
        """
        import subprocess
        subprocess.run(['sh', '-c', 'sleep 600 & echo $!'])
        time.sleep(600)
        """);

    long orphan = Long.parseLong(out.toString(UTF_8).strip());
    ProcessHandle.of(orphan).ifPresent(handle -> handle.onExit().join());
  }

  @Test
  void aForkBombIsEndedAtTheLimitAndTheTraceTellsItOfEachProcess() throws IOException {
    Launched launched =
        run(
            8,
            """
            # each fork takes a byte, so that a failure of this test ends by itself, too
            tokens, fill = os.pipe()
            os.write(fill, b'.' * 300)
            os.close(fill)
            print(first, flush=True)
            while os.read(tokens, 1): os.fork()
            time.sleep(60)
            """);

    assertThat(launched.refusal().orElseThrow())
        .contains("more than 8 processes")
        .contains("--max-processes");
    assertThat(launched.exit().detail()).isEqualTo(launched.refusal().get());
    assertThat(recorder.children)
        .isNotEmpty()
        .allSatisfy(
            ending -> {
              assertThat(ending.outcome()).isEqualTo(Ending.Outcome.DIED);
              assertThat(ending.status()).hasValue(137);
              assertThat(ending.detail()).isEqualTo(launched.refusal().get());
            });
    assertThat(begun("exit")).isEqualTo(recorder.children.size());
    assertThat(begun("header")).isEqualTo(recorder.children.size() + 1);
    assertThat(lines.get(0)).startsWith("{\"record\":\"header\"");
    long first = Long.parseLong(out.toString(UTF_8).strip());
    assertThat(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }
}
