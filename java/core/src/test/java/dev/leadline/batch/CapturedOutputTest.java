package dev.leadline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of an output besides its bytes. */
class CapturedOutputTest {

  @TempDir Path directory;

  @Test
  void equalOutputsHaveNoDifference() throws IOException {
    assertThat(output("a", "x\ny\n").firstDifference(output("b", "x\ny\n"))).isEmpty();
    assertThat(output("c", "").digest())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aDigestIsThatOfAllBytesWhereverTheyAre() throws Exception {
    for (int size : List.of(3, 1 << 13, (1 << 13) + 1, 100_000)) {
      String text = "o".repeat(size);
      byte[] expected =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      CapturedOutput output = output("of-" + size, text);
      assertThat(output.digest()).isEqualTo(HexFormat.of().formatHex(expected));
      assertThat(output.digest()).isEqualTo(HexFormat.of().formatHex(expected));
    }
  }

  @Test
  void aFileOfTheSameBytesHasNoDifference() throws IOException {
    for (String text : List.of("", "x\n", "y".repeat(100_000))) {
      Path file = Files.writeString(directory.resolve("expected-" + text.length()), text);
      assertThat(output("out-" + text.length(), text).firstDifferenceFrom(file)).isEmpty();
    }
    Path file = Files.writeString(directory.resolve("other"), "x\nz\n");
    assertThat(output("out", "x\ny\n").firstDifferenceFrom(file))
        .hasValue(new LineDifference(2, Optional.of("z"), Optional.of("y")));
  }

  @Test
  void theFirstLineThatDiffersIsReported() throws IOException {
    assertThat(output("a", "x\nleft\nz").firstDifference(output("b", "x\nright\nz")))
        .hasValue(new LineDifference(2, Optional.of("left"), Optional.of("right")));
    assertThat(output("c", "x\n").firstDifference(output("d", "x\nmore\n")))
        .hasValue(new LineDifference(2, Optional.empty(), Optional.of("more")));
  }

  @Test
  void aMissingNewlineAtTheEndIsADifference() throws IOException {
    assertThat(output("a", "x").firstDifference(output("b", "x\n")))
        .hasValue(new LineDifference(1, Optional.of("x"), Optional.of("x")));
  }

  @Test
  void linesThatDifferFarBehindTheirBeginningDiffer() throws IOException {
    String same = "s".repeat(100_000);
    LineDifference difference =
        output("a", same + "1").firstDifference(output("b", same + "2")).orElseThrow();
    assertThat(difference.lineno()).isEqualTo(1);
    assertThat(difference.left().orElseThrow()).hasSizeLessThan(500).endsWith("...");
  }

  @Test
  void theLastWordIsTheLastLineWithSomethingInIt() throws IOException {
    assertThat(output("a", "one\n two \n\n  \n").lastLine()).hasValue("two");
    assertThat(output("b", "\n").lastLine()).isEmpty();
    assertThat(new CapturedOutput(directory.resolve("never")).lastLine()).isEmpty();
  }

  private CapturedOutput output(String name, String text) throws IOException {
    CapturedOutput output = new CapturedOutput(directory.resolve(name));
    try (OutputStream out = output.open()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return output;
  }
}
