package dev.leadline.check;

import dev.leadline.expect.Place;
import dev.leadline.expect.Verdict;
import java.util.Objects;

/**
 * One test case: an expectation, on one interpreter.
 *
 * @param title what was expected
 * @param place where that was written
 */
public record CaseResult(String title, Place place, Verdict verdict) {

  public CaseResult {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(verdict, "verdict");
  }
}
