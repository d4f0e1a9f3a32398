package dev.leadline.check.expect.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.expect.coverage.CoveredFile.Percentage;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {

  /** What {@code coverage.results.display_covered} of coverage.py 7.16 says of them. */
  @ParameterizedTest
  @CsvSource({
    "5, 7, 0, 71",
    "5, 7, 1, 71.4",
    "5, 7, 3, 71.429",
    "0, 0, 0, 100",
    "0, 3, 0, 0",
    "0, 3, 1, 0.0",
    "3, 3, 0, 100",
    "3, 3, 2, 100.00",
    "1, 1000, 0, 1",
    "1, 100000, 2, 0.01",
    "999, 1000, 0, 99",
    "99999, 100000, 2, 99.99",
    "995, 1000, 1, 99.5",
    "1, 8, 0, 12",
    "1, 200, 0, 1",
    "3, 200, 0, 2",
    "5, 200, 0, 2",
    "1, 40, 1, 2.5",
    "3, 40, 0, 8",
    "1, 16, 1, 6.2",
    "3, 16, 1, 18.8",
    "1, 3, 2, 33.33"
  })
  void isShownAsCoveragePyShowsIt(long some, long all, int decimals, String shown) {
    assertThat(new Percentage(some, all).shown(decimals)).isEqualTo(shown);
  }

  /**
   * What {@code coverage.results.should_fail_under} says of them, with the decimals of the number.
   */
  @ParameterizedTest
  @CsvSource({
    "5, 7, 71, true",
    "5, 7, 71.4, true",
    "5, 7, 71.43, true",
    "5, 7, 71.5, false",
    "5, 7, 72, false",
    "999, 1000, 100, false",
    "1000, 1000, 100, true",
    "99999, 100000, 99.99, true",
    "0, 5, 0, true",
    "0, 0, 100, true",
    "1, 200, 1, false",
    "3, 200, 2, true",
    "141, 200, 71, false",
    "143, 200, 72, true"
  })
  void reachesWhatItIsRoundedTo(long some, long all, BigDecimal asked, boolean reached) {
    assertThat(new Percentage(some, all).reaches(asked)).isEqualTo(reached);
  }
}
