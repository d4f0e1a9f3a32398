package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of strangers: traces that claim anything, and more than the JVM has room for. */
class HostileInputTest {

  private static final int FAILED = 125;
  private static final String LITTLE = "-Xmx64m";

  @TempDir Path work;

  @Test
  void aStackOfAMillionFramesAtOneDepthFits() throws IOException {
    Files.writeString(
        work.resolve("wide.ndjson"),
        header("/home/me")
            + code("a")
            + "{\"record\":\"thread\",\"thread\":0,\"ident\":1,\"name\":\"MainThread\"}\n"
            + "{\"record\":\"stack\",\"thread\":0,\"frames\":["
            + "[1,4,1],".repeat(1_000_000)
            + "[1,4,1]]}\n");

    Outcome outcome = leadline(LITTLE, "diff", "wide.ndjson", "wide.ndjson");

    assertThat(outcome.outText()).startsWith("Both did the same.");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void whatDoesNotFitIsOneLineAndNeverADifference() throws IOException {
    Files.writeString(
        work.resolve("long.ndjson"), header("/home/me") + code("a".repeat(15_000_000)));

    for (List<String> command :
        List.of(
            List.of("diff", "long.ndjson", "long.ndjson"),
            List.of("report", "long.ndjson"),
            List.of("check", "long.ndjson"))) {
      Outcome outcome = leadline("-Xmx10m", command.toArray(String[]::new));

      assertThat(outcome.errText().lines().filter(line -> !line.startsWith("Picked up")))
          .as(command.toString())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("leadline: ");
      assertThat(outcome.status()).isIn(2, FAILED);
    }
  }

  @Test
  void aRunWhoseEventsDoNotFitIsNoCompleteRun() throws IOException {
    String python = Interpreters.newest().executable().toString();
    Files.writeString(
        work.resolve("big.py"),
        "exec(compile('x = 1', 'a' * 14_000_000, 'exec'))\nprint('ran to its end')\n");
    Files.writeString(
        work.resolve("check.yaml"),
        "runs: [{program: big.py, scope: [user, generated], expect: {calls: {f: 0}}}]\n");

    Outcome traced = leadline("-Xmx16m", "trace", "--scope", "all", "--python", python, "big.py");
    Outcome checked = leadline("-Xmx16m", "check", "--python", python, "check.yaml");

    assertThat(traced.outText()).isEqualTo("ran to its end\n");
    for (Outcome outcome : List.of(traced, checked)) {
      assertThat(outcome.errText().lines().filter(line -> !line.startsWith("Picked up")))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("leadline: out of memory: ");
      assertThat(outcome.status()).isEqualTo(FAILED);
    }
  }

  @Test
  void noFileIsShownThatIsNoSourceOfTheTrace() throws IOException {
    Path app = Files.createDirectory(work.resolve("app"));
    Files.writeString(app.resolve("app.py"), "shown = 1\n");
    Files.writeString(work.resolve("outside.py"), "foreign = 1\n");
    Files.createSymbolicLink(app.resolve("link.py"), work.resolve("outside.py"));
    StringBuilder trace = new StringBuilder(header(app.toString()));
    trace.append("{\"record\":\"thread\",\"thread\":0,\"ident\":1,\"name\":\"MainThread\"}\n");
    for (String file :
        List.of("app.py", "link.py", "../outside.py", "/proc/kmsg", "/etc/passwd", "/dev/zero")) {
      trace.append(code(file)).append(CALL);
    }
    Files.writeString(work.resolve("t.ndjson"), trace);

    Outcome outcome = leadline(LITTLE, "report", "--format", "lines", "t.ndjson");

    assertThat(outcome.outText()).contains("shown = 1").doesNotContain("foreign", "root:");
    assertThat(outcome.outText().lines().filter(line -> line.contains(":1 f"))).hasSize(18);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void aSourceOfNothingButNewlinesFits() throws IOException {
    Files.writeString(work.resolve("app.py"), "\n".repeat(4 << 20));
    Files.writeString(
        work.resolve("t.ndjson"),
        header(work.toString())
            + "{\"record\":\"thread\",\"thread\":0,\"ident\":1,\"name\":\"MainThread\"}\n"
            + code("app.py")
            + CALL);

    Outcome outcome = leadline("-Xmx32m", "report", "--format", "lines", "t.ndjson");

    assertThat(outcome.outText()).contains("app.py:1 f");
    assertThat(outcome.status()).isZero();
  }

  private static final String CALL =
      "{\"record\":\"events\",\"thread\":0,\"time_ns\":1,\"events\":[[\"call\",1,5,1,4,1],1,"
          + "[\"return\",1,5]]}\n";

  private static String header(String directory) {
    return """
        {"record":"header","protocol":1,"agent":"0.1.0","python":{"version":"3.11.7",\
        "implementation":"cpython","executable":"/py","build":"3.11.7"},"engine":"settrace",\
        "program":{"kind":"script","target":"app.py","argv":["app.py"]},"cwd":"%s","process":7,\
        "start_unix_ns":1,"timed":true,"recording":{"cutoff":"auto","module_level":true,\
        "levels":null,"scope":["user"],"roots":["%s"],"include":[],"exclude":[],"function":[],\
        "events":["call","line","return","exception"],"max_events":null}}
        """
        .formatted(directory, directory);
  }

  private static String code(String file) {
    return """
        {"record":"code","code":1,"file":"%s","function":"f","qualname":"f","firstlineno":1,\
        "lineno":1,"module":"m","scope":"user","base":false}
        """
        .formatted(file);
  }

  private Outcome leadline(String jvm, String... args) {
    return Run.process(
        work, new byte[0], Map.of("JAVA_TOOL_OPTIONS", jvm), Launched.command(List.of(args)));
  }
}
