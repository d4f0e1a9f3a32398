package dev.leadline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void whatIsNotSetIsLeftOutAndWhatIsEmptyIsNot() {
    Words words = new Words("trace");
    words.option("--python", null);
    words.option("--env", "A=");
    words.options("--run", null);
    words.options("--python", List.of("3.8", "3.13"));
    words.flag("--update", false);
    words.flag("--follow", true);
    words.add(Arrays.asList("app.py", null, "--python"));

    assertThat(words.all())
        .containsExactly(
            "trace",
            "--env",
            "A=",
            "--python",
            "3.8",
            "--python",
            "3.13",
            "--follow",
            "app.py",
            "",
            "--python");
  }
}
