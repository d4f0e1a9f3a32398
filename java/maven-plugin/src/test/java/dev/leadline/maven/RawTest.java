package dev.leadline.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RawTest {

  @Test
  void theLinesComeTogetherAndAsTheyAre() throws IOException {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    try (CheckMojo.Raw raw = new CheckMojo.Raw(new PrintStream(stdout))) {
      raw.write("::error::one\n".getBytes(UTF_8));
      stdout.write("[INFO] of another module\n".getBytes(UTF_8));
      raw.write("::error::€\n".getBytes(UTF_8));
    }

    assertThat(stdout.toString(UTF_8))
        .isEqualTo("[INFO] of another module\n::error::one\n::error::€\n");
  }
}
