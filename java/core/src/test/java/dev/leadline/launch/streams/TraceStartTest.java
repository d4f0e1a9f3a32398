package dev.leadline.launch.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStartTest {

  private static final String TRACE =
      "{\"record\":\"header\",\"protocol\":1}\n{\"record\":\"end\"}\n";

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

  /** A stream that gives its bytes in pieces of at most this size, as a pipe does. */
  private static InputStream pieces(String text, int size) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII)) {
      @Override
      public int read(byte[] buffer, int from, int length) {
        return super.read(buffer, from, Math.min(length, size));
      }
    };
  }

  private String trace(String stream, int size) throws IOException {
    return new String(new TraceStart(pieces(stream, size), stdout).readAllBytes(), US_ASCII);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 18, 4096})
  void whatComesBeforeTheHeaderIsStdout(int size) throws IOException {
    String before = "hello {\"record\": \"header\"}\n{\"record\":\"head";

    assertThat(trace(before + TRACE, size)).isEqualTo(TRACE);
    assertThat(stdout.toString(US_ASCII)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4096})
  void aStreamThatBeginsWithTheHeaderIsLeftAsItIs(int size) throws IOException {
    assertThat(trace(TRACE + TRACE, size)).isEqualTo(TRACE + TRACE);
    assertThat(stdout.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4096})
  void withoutAHeaderAllOfItIsStdout(int size) throws IOException {
    assertThat(trace("Python 3.12.1\n", size)).isEmpty();
    assertThat(stdout.toString(US_ASCII)).isEqualTo("Python 3.12.1\n");
  }

  @Test
  void aClosedStdoutDoesNotEndTheTrace() throws IOException {
    OutputStream closed = OutputStream.nullOutputStream();
    closed.close();

    InputStream trace = new TraceStart(pieces("hello" + TRACE, 7), closed);

    assertThat(new String(trace.readAllBytes(), US_ASCII)).isEqualTo(TRACE);
  }
}
