package dev.leadline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {

  private static final String START = "\r\u001b[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;

  private ReadingProgress progress(int width) {
    PrintStream terminal = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ReadingProgress(Optional.of(terminal), width, () -> now);
  }

  private static InputStream trace(ReadingProgress progress) {
    return progress.over(new ByteArrayInputStream(new byte[100]), "big\ntrace", 100);
  }

  private String shown() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }

  @Test
  void aLineComesAfterASecondIsRewrittenAndGoesAtTheEnd() throws IOException {
    try (InputStream in = trace(progress(80))) {
      in.readNBytes(10);
      now = 999_999_999;
      in.readNBytes(10);
      assertThat(shown()).isEmpty();
      now = 1_000_000_000;
      in.readNBytes(10);
      assertThat(shown()).isEqualTo(START + "leadline: 30 % of big\\ntrace read");
      now += 100_000_000;
      in.readNBytes(10);
      assertThat(shown()).isEmpty();
      now += 100_000_000;
      in.read();
      assertThat(shown()).isEqualTo(START + "leadline: 41 % of big\\ntrace read");
      now += 1_000_000_000;
      in.readAllBytes();
      assertThat(shown()).isEqualTo(START);
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void aLineIsNotWiderThanTheTerminal() throws IOException {
    try (InputStream in = trace(progress(12))) {
      now = 2_000_000_000;
      in.readNBytes(50);
      assertThat(shown()).isEqualTo(START + "leadline: 5");
    }
    assertThat(shown()).isEqualTo(START);
  }

  @Test
  void aReportThatBeginsEndsIt() throws IOException {
    ReadingProgress progress = progress(80);
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (InputStream in = trace(progress);
        OutputStream out = progress.before(report)) {
      now = 2_000_000_000;
      in.readNBytes(10);
      shown();
      out.write("event".getBytes(StandardCharsets.UTF_8));
      assertThat(shown()).isEqualTo(START);
      now += 1_000_000_000;
      in.readNBytes(10);
    }
    assertThat(shown()).isEmpty();
    assertThat(report.toString(StandardCharsets.UTF_8)).isEqualTo("event");
  }
}
