package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The place for the trace runs out half-way: the program goes on to its end, the trace says that
 * events are missing, and what was stored before can be read.
 *
 * <p>The bound on a file's size that {@code ulimit -f} sets needs no mount and no root; a device
 * that is always full shows the other way a write can fail.
 */
class DiskFullTest {

  /** About 100,000 events: many times what fits. */
  private static final String PROGRAM =
      """
      import sys

      def step(n):
          return n + 1

      value = 0
      for _ in range(300000):
          value = step(value)
      print(value)
      sys.exit(7)
      """;

  @TempDir Path work;
  private String python;

  @BeforeEach
  void makeProgram() throws IOException {
    python = Interpreters.newest().executable().toString();
    Files.writeString(work.resolve("long.py"), PROGRAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.ndjson", "t.ndjson.gz"})
  void aFileThatMayNotGrowIsCutAtAWholeRecordAndSaysSo(String file) throws IOException {
    Outcome outcome = limited(List.of("trace", "-o", file, "--python", python, "long.py"));

    assertThat(outcome.out()).isEqualTo("300000\n");
    assertThat(outcome.errText()).contains("leadline: cannot write").contains("the program ran on");
    assertThat(outcome.errText()).doesNotContain("Exception");
    assertThat(outcome.status()).isEqualTo(125);

    Outcome report = Launched.leadline(work, List.of("report", "--format", "summary", file));
    assertThat(report.status()).isZero();
    assertThat(report.outText())
        .contains("step")
        .contains("records are missing at the end of the trace, they could not be stored: ");
    assertThat(lines(work.resolve(file)))
        .last()
        .asString()
        .startsWith("{\"record\":\"exit\",\"status\":7,")
        .contains("\"events_lost\":true");
  }

  /** To the end of a compressed file, whose check sum and length are right then. */
  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void aFullDeviceDoesNotStopTheProgram() {
    Outcome outcome =
        Launched.leadline(work, List.of("trace", "-o", "/dev/full", "--python", python, "long.py"));

    assertThat(outcome.out()).isEqualTo("300000\n");
    assertThat(outcome.errText().lines()).hasSize(1);
    assertThat(outcome.errText()).startsWith("leadline: cannot write /dev/full: ");
    assertThat(outcome.status()).isEqualTo(125);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "trace --help",
        "check --help",
        "merge --help",
        "report t.ndjson",
        "report --format summary t.ndjson",
        "report --format lines t.ndjson",
        "report --format ndjson t.ndjson",
        "report --format json t.ndjson",
        "report --format trace t.ndjson",
        "diff t.ndjson t.ndjson",
        "depths short.py",
        "pythons",
        "completion bash"
      })
  void outputThatStdoutDoesNotTakeIsAFailure(String command) throws IOException {
    Files.writeString(work.resolve("short.py"), "def f():\n    pass\nf()\n");
    List<String> stored = List.of("trace", "-o", "t.ndjson", "--python", python, "short.py");
    assertThat(Launched.leadline(work, stored).status()).isZero();
    List<String> full = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" >/dev/full", "sh"));
    full.addAll(Launched.command(List.of(command.split(" "))));

    Outcome outcome = Run.process(work, full);

    assertThat(outcome.errText().lines()).hasSize(1);
    assertThat(outcome.errText()).startsWith("leadline: cannot write stdout: ");
    assertThat(outcome.status()).isEqualTo(125);
  }

  /**
   * With files of at most 256 KiB (512 blocks), more than those of the agent, and the signal
   * ignored.
   */
  private Outcome limited(List<String> args) {
    String script = "trap '' XFSZ; ulimit -f 512; exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(Launched.command(args));
    return Run.process(work, command);
  }
}
