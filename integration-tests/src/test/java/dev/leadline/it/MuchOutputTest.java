package dev.leadline.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.cli.InProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Megabytes on stdout and stderr at once, with events besides: nothing blocks, nothing is lost. */
class MuchOutputTest {

  private static final int MEGABYTES = Integer.getInteger("leadline.output.megabytes", 30);
  private static final int LINE = 64;
  private static final long LINES = (MEGABYTES * 1024L * 1024L) / LINE;

  /** Numbered lines of the same length, alternately on both, in writes that end amid a line. */
  private static final String PROGRAM =
      """
      import sys

      def line(number):
          return b'%063d\\n' % number

      def block(start, end):
          return b''.join(map(line, range(start, end)))

      lines = int(sys.argv[1])
      held = b''
      for start in range(0, lines, 1000):
          text = held + block(start, min(start + 1000, lines))
          for stream in sys.stdout, sys.stderr:
              stream.buffer.write(text[:-7])
          held = text[-7:]
      for stream in sys.stdout, sys.stderr:
          stream.buffer.write(held)
          stream.flush()
      """;

  @TempDir Path work;

  @Test
  void everyLineArrivesOnceAndInItsPlace() throws IOException {
    Files.writeString(work.resolve("much.py"), PROGRAM);
    NumberedLines out = new NumberedLines();
    NumberedLines err = new NumberedLines();

    int status =
        InProcess.run(
            work,
            InputStream.nullInputStream(),
            out,
            err,
            "trace",
            "--quiet",
            "-o",
            "t.ndjson",
            "--python",
            Interpreters.newest().executable().toString(),
            "much.py",
            Long.toString(LINES));

    assertThat(status).isZero();
    assertThat(out.fault()).isEmpty();
    assertThat(err.fault()).isEmpty();
    assertThat(out.lines()).isEqualTo(LINES);
    assertThat(err.lines()).isEqualTo(LINES);
    Outcome report = Run.leadline(work, List.of("report", "--format", "json", "t.ndjson"));
    assertThat(report.out()).contains("\"calls\":" + LINES);
  }

  /** A reader that looks at each byte, and so is slower than the writer. */
  private static final class NumberedLines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(LINE);
    private long lines;
    private String fault = "";

    @Override
    public void write(int b) {
      if (b != '\n') {
        line.write(b);
        return;
      }
      String expected = String.format("%063d", lines);
      String found = line.toString(ISO_8859_1);
      if (fault.isEmpty() && !found.equals(expected)) {
        fault = "line " + lines + " is " + found;
      }
      lines++;
      line.reset();
    }

    long lines() {
      return lines;
    }

    String fault() {
      return fault;
    }
  }
}
