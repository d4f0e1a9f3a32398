package dev.leadline.check;

import dev.leadline.expect.Verdict;
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
}
