package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The interpreters that LEADLINE_REQUIRED_PYTHONS names are there. */
class RequiredInterpretersTest {

  @Test
  void everyRequiredInterpreterIsFound() {
    assertThat(Interpreters.versionsFound())
        .as("interpreters found; LEADLINE_REQUIRED_PYTHONS names those that must be")
        .extracting(Interpreters.Version::toString)
        .containsAll(Interpreters.required())
        .isNotEmpty();
  }
}
