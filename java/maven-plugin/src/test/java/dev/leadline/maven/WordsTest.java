package dev.leadline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void whatIsNotSetIsLeftOutAndWhatIsEmptyIsNot() {
    Words words = new Words("trace");
    words.option("--python", null);
    words.option("--env", "A=");
    words.flag("--update", false);
    words.flag("--follow", true);
    words.add(Arrays.asList("app.py", null, "--python"));

    assertThat(words.all())
        .containsExactly("trace", "--env", "A=", "--follow", "app.py", "", "--python");
  }
}
