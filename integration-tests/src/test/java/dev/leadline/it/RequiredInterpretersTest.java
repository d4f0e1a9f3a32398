package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The interpreters that LEADLINE_REQUIRED_PYTHONS names are there. */
class RequiredInterpretersTest {

  @Test
  void everyRequiredInterpreterIsFound() {
    assertThat(Interpreters.found())
        .as("releases found of each version; LEADLINE_REQUIRED_PYTHONS names those that must be")
        .isNotEmpty()
        .satisfies(
            found ->
                assertThat(Interpreters.required())
                    .allSatisfy(
                        (version, number) ->
                            assertThat(found.getOrDefault(version, 0))
                                .as("releases of %s", version)
                                .isGreaterThanOrEqualTo(number)));
  }
}
