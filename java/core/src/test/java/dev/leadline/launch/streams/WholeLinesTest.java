package dev.leadline.launch.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WholeLinesTest {

  private static final int LONGEST = 16 << 20;

  private final WholeLines lines = new WholeLines();

  private String add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new String(lines.add(bytes, bytes.length), UTF_8);
  }

  private String rest() {
    return new String(lines.rest(), UTF_8);
  }

  @Test
  void wholeLinesComeAtOnceAndTheRestWaits() {
    assertThat(add("one\ntwo\nthr")).isEqualTo("one\ntwo\n");
    assertThat(add("")).isEmpty();
    assertThat(add("ee")).isEmpty();
    assertThat(add("\nfour\n")).isEqualTo("three\nfour\n");
    assertThat(rest()).isEmpty();
  }

  @Test
  void whereverItIsCutTheSameLinesCome() {
    byte[] text = "{\"a\":1}\n\n{\"текст\":2}\n{\"cut\"".getBytes(UTF_8);

    for (int cut = 0; cut <= text.length; cut++) {
      StringBuilder all = new StringBuilder();
      for (byte[] part : new byte[][] {Arrays.copyOf(text, cut), from(text, cut)}) {
        String whole = new String(lines.add(part, part.length), UTF_8);
        assertThat(whole).matches(piece -> piece.isEmpty() || piece.endsWith("\n"));
        all.append(whole);
      }
      assertThat(all.append(rest())).hasToString(new String(text, UTF_8) + "\n");
    }
  }

  private static byte[] from(byte[] text, int cut) {
    return Arrays.copyOfRange(text, cut, text.length);
  }

  @Test
  void onlyTheBytesThatCameAreTaken() {
    byte[] buffer = "new\nold\nold".getBytes(UTF_8);

    assertThat(new String(lines.add(buffer, 5), UTF_8)).isEqualTo("new\n");
    assertThat(rest()).isEqualTo("o\n");
  }

  @Test
  void whatIsHandedOutDoesNotChangeWithTheBuffer() {
    byte[] buffer = "one\ntw".getBytes(UTF_8);
    byte[] whole = lines.add(buffer, buffer.length);

    Arrays.fill(buffer, (byte) 'x');

    assertThat(new String(whole, UTF_8)).isEqualTo("one\n");
    assertThat(rest()).isEqualTo("tw\n");
  }

  @Test
  void anUnfinishedLineIsFinishedOnce() {
    assertThat(add("{\"cut")).isEmpty();

    assertThat(rest()).isEqualTo("{\"cut\n");
    assertThat(rest()).isEmpty();
  }

  @Test
  void aStreamWithoutNewlinesIsNotHeldForEver() {
    byte[] part = new byte[1 << 20];
    Arrays.fill(part, (byte) 'x');
    long out = 0;
    for (int i = 0; i <= LONGEST / part.length; i++) {
      out += lines.add(part, part.length).length;
    }

    assertThat(out).isEqualTo(LONGEST + part.length + 1);
    assertThat(rest()).isEmpty();
  }
}
