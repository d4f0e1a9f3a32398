package dev.leadline.wire.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  @Test
  void cutsAtNewlinesAloneAndKeepsWhatFollowsTheLastOne() throws IOException {
    assertThat(lines(stream("one\r\ntwo\rstill two\n\nfour")))
        .containsExactly("one\r", "two\rstill two", "", "four (open)");
  }

  @Test
  void doesNotMindHowTheBytesArrive() throws IOException {
    InputStream dripping =
        new InputStream() {
          private final InputStream source = stream("первая\nвторая\n");

          @Override
          public int read() throws IOException {
            return source.read();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return source.read(target, offset, Math.min(length, 1));
          }
        };

    assertThat(lines(dripping)).containsExactly("первая", "вторая");
  }

  @Test
  void takesLinesFarLongerThanItsFirstBuffer() throws IOException {
    String line = "x".repeat(3_000_000);

    assertThat(lines(stream("a\n" + line + "\nb\n"))).containsExactly("a", line, "b");
  }

  @Test
  void skipsALineBeyondTheBoundAndGoesOnBehindIt() throws IOException {
    String line = "y".repeat(2 * LineSplitter.LONGEST + 17);

    List<String> lines = lines(stream("a\n" + line + "\nb\n"));

    assertThat(lines).hasSize(3).startsWith("a").endsWith("b");
    assertThat(lines.get(1)).startsWith("yyyy").endsWith("(too long)").hasSizeLessThan(400);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(InputStream in) throws IOException {
    LineSplitter splitter = new LineSplitter();
    List<String> lines = new ArrayList<>();
    while (splitter.next(in)) {
      int length = splitter.to() - splitter.from();
      String text = new String(splitter.buffer(), splitter.from(), length, StandardCharsets.UTF_8);
      lines.add(
          text
              + (splitter.tooLong() ? " (too long)" : "")
              + (splitter.terminated() ? "" : " (open)"));
    }
    return lines;
  }
}
