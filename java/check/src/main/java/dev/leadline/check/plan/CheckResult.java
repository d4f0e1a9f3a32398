package dev.leadline.check.plan;

import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult.CaseResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What came of a check, or of a shard of it.
 *
 * @param file the check file, as it was named
 * @param digest of its plan
 * @param planned runs in the whole plan, those of other shards included
 * @param shard which part of it this is
 * @param suites one for each run and interpreter, in the order of the plan
 */
public record CheckResult(
    String file, PlanDigest digest, int planned, Shard shard, List<SuiteResult> suites) {

  public CheckResult {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(shard, "shard");
    suites = List.copyOf(suites);
  }

  /** How many cases came out so. */
  public long count(Verdict.Kind kind) {
    return suites.stream()
        .flatMap(suite -> suite.cases().stream())
        .filter(one -> one.verdict().kind() == kind)
        .count();
  }

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
}
