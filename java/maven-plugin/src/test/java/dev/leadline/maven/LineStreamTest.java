package dev.leadline.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineStreamTest {

  private final List<String> lines = new ArrayList<>();

  private void write(String... pieces) throws IOException {
    try (LineStream stream = new LineStream(lines::add)) {
      for (String piece : pieces) {
        stream.write(piece.getBytes(UTF_8));
      }
    }
  }

  @Test
  void linesAreCutAtTheirEndsWhereverTheirBytesCome() throws IOException {
    write("on", "e\n\ntwo\r", "\nthr\ree\n", "last");

    assertThat(lines).containsExactly("one", "", "two", "thr\ree", "last");
  }

  @Test
  void nothingWrittenIsNoLine() throws IOException {
    write();
    write("one\n");

    assertThat(lines).containsExactly("one");
  }

  @Test
  void aLineWithoutEndIsReportedInPiecesOfWholeCharacters() throws IOException {
    String endless = "x" + "€".repeat(10_000);

    write(endless);

    assertThat(lines).hasSizeGreaterThan(2).allMatch(piece -> !piece.contains("\ufffd"));
    assertThat(String.join("", lines)).isEqualTo(endless);
  }

  @Test
  void bytesThatAreNoTextAreReported() throws IOException {
    try (LineStream stream = new LineStream(lines::add)) {
      stream.write(new byte[] {'a', (byte) 0xff, '\n'});
      stream.write(new byte[20_000]);
    }

    assertThat(lines.get(0)).isEqualTo("a\ufffd");
    assertThat(lines.stream().skip(1).mapToInt(String::length).sum()).isEqualTo(20_000);
  }
}
