package dev.leadline.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonVersionTest {

  private static final PythonVersion CANDIDATE = new PythonVersion(3, 15, 0, "candidate", 1);
  private static final PythonVersion FINAL = new PythonVersion(3, 15, 0, "final", 0);

  @ParameterizedTest
  @ValueSource(strings = {"3", "3.12", "3.12.1", "3.15.0rc1", "3.14.0a2"})
  void knowsAVersionWhenItSeesOne(String text) {
    assertThat(PythonVersion.isAskedBy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "python3", "3.", ".12", "3.12.1.4", "3.x", "-3"})
  void takesOtherTextsForCommands(String text) {
    assertThat(PythonVersion.isAskedBy(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3, true",
    "3.1, false",
    "3.12, true",
    "3.12.1, true",
    "3.12.10, false",
    "3.12.1rc1, false"
  })
  void answersToItsLeadingNumbers(String asked, boolean answers) {
    assertThat(new PythonVersion(3, 12, 1, "final", 0).answers(asked)).isEqualTo(answers);
  }

  @Test
  void aPreReleaseAnswersToItsReleaseToo() {
    assertThat(CANDIDATE).hasToString("3.15.0rc1");
    assertThat(CANDIDATE.preRelease()).isTrue();
    assertThat(CANDIDATE.answers("3.15")).isTrue();
    assertThat(CANDIDATE.answers("3.15.0")).isTrue();
    assertThat(CANDIDATE.answers("3.15.0rc1")).isTrue();
    assertThat(CANDIDATE.answers("3.15.0rc")).isFalse();
  }

  @Test
  void aReleaseIsNewerThanItsPreReleasesAndNumbersAreNotComparedAsText() {
    assertThat(FINAL).isGreaterThan(CANDIDATE);
    assertThat(CANDIDATE).isGreaterThan(new PythonVersion(3, 15, 0, "beta", 4));
    assertThat(CANDIDATE).isGreaterThan(new PythonVersion(3, 9, 18, "final", 0));
    assertThat(FINAL.preRelease()).isFalse();
  }
}
