package dev.leadline.wire.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leadline.event.IgnoringSink;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFormatException.NotATraceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TraceInputTest {

  private static final byte[] TRACE = "{}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  @Timeout(30)
  void aPipeIsReadToItsEnd() throws Exception {
    assertThat(throughPipe(false)).isEqualTo(TRACE);
  }

  @Test
  @Timeout(30)
  void aPipeMayBeCompressed() throws Exception {
    assertThat(throughPipe(true)).isEqualTo(TRACE);
  }

  private byte[] throughPipe(boolean compressed) throws Exception {
    Path stored = directory.resolve("stored");
    try (OutputStream file = Files.newOutputStream(stored);
        OutputStream out = compressed ? new GZIPOutputStream(file) : file) {
      out.write(TRACE);
    }
    Path pipe = directory.resolve("pipe");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer = // Java itself would open the pipe to write, and wait for its reader
        new ProcessBuilder("sh", "-c", "cat stored >pipe").directory(directory.toFile()).start();
    try (InputStream in = TraceInput.open(pipe)) {
      return in.readAllBytes();
    } finally {
      writer.destroy();
    }
  }

  @Test
  void aCompressedTraceThatIsCutInItsFirstBytesIsNoTrace() throws IOException {
    Path cut = Files.write(directory.resolve("cut"), new byte[] {0x1f, (byte) 0x8b, 8});

    assertThatThrownBy(() -> TraceInput.open(cut))
        .isInstanceOf(NotATraceException.class)
        .hasMessage("the trace is cut off in its first line, nothing of it can be read");
  }

  @Test
  void aCompressedTraceOfWhichNoLineCanBeReadIsDamagedAndNotEmpty() throws IOException {
    byte[] whole = compressed(TRACE);
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 10, 60, (byte) 0xff);

    for (byte[] bytes : List.of(damaged, Arrays.copyOf(whole, 12))) {
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(NotATraceException.class)
          .hasMessage(
              "the compressed trace is damaged in its first line, nothing of it can be read");
    }
    assertThatThrownBy(() -> read(compressed(new byte[0]))).hasMessage("the trace is empty");
  }

  private static byte[] compressed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static void read(byte[] bytes) throws IOException {
    TraceReader reader = new TraceReader(new IgnoringSink() {}, StreamListener.NONE);
    reader.read(TraceInput.decompressed(new ByteArrayInputStream(bytes)));
    reader.finish();
  }
}
