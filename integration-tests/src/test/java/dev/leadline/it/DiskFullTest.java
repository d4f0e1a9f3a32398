package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      for _ in range(30000):
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

  @Test
  void aFileThatMayNotGrowIsCutAtAWholeRecordAndSaysSo() {
    Outcome outcome = limited(List.of("trace", "-o", "t.ndjson", "--python", python, "long.py"));

    assertThat(outcome.out()).isEqualTo("30000\n");
    assertThat(outcome.errText()).contains("leadline: cannot write").contains("the program ran on");
    assertThat(outcome.errText()).doesNotContain("Exception");
    assertThat(outcome.status()).isEqualTo(125);

    Outcome report = Launched.leadline(work, List.of("report", "--format", "summary", "t.ndjson"));
    assertThat(report.status()).isZero();
    assertThat(report.outText()).contains("step");
    assertThat(TestProgram.text(work.resolve("t.ndjson")).lines().toList())
        .last()
        .asString()
        .startsWith("{\"record\":\"exit\",\"status\":7,")
        .contains("\"events_lost\":true");
  }

  @Test
  void aFullDeviceDoesNotStopTheProgram() {
    Outcome outcome =
        Launched.leadline(work, List.of("trace", "-o", "/dev/full", "--python", python, "long.py"));

    assertThat(outcome.out()).isEqualTo("30000\n");
    assertThat(outcome.errText().lines()).hasSize(1);
    assertThat(outcome.errText()).startsWith("leadline: cannot write /dev/full: ");
    assertThat(outcome.status()).isEqualTo(125);
  }

  /** With files of at most 128 KiB (256 blocks of 512 bytes), and the signal of it ignored. */
  private Outcome limited(List<String> args) {
    String script = "trap '' XFSZ; ulimit -f 256; exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(Launched.command(args));
    return Run.process(work, command);
  }
}
