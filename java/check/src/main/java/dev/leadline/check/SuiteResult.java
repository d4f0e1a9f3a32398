package dev.leadline.check;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of one run on one interpreter.
 *
 * @param index place of the run in its plan, from 0
 * @param run name of the run
 * @param python version of the interpreter ({@code 3.12.1}), or what was asked for where there is
 *     none
 * @param took wall clock of the run; zero where it did not start
 * @param cases in the order of the plan
 */
public record SuiteResult(
    int index, String run, String python, Duration took, List<CaseResult> cases) {

  public SuiteResult {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(python, "python");
    Objects.requireNonNull(took, "took");
    cases = List.copyOf(cases);
  }
}
