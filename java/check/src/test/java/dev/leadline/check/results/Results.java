package dev.leadline.check.results;

import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.CaseResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.PlanDigest;
import dev.leadline.check.plan.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Results of checks that never ran. */
final class Results {

  /** What a program might name so that whoever shows it does something else. */
  static final String HOSTILE =
      "\u001b[31m\r\n::set-output name=a::b ##[set-env name=c]d ##vso[task.x]e ##teamcity[f]"
          + " <b>&\"']]>\u202e\ud800\ufffe\u0000 \ud83d\ude00";

  private Results() {}

  static CheckResult of(SuiteResult... suites) {
    return shard(Shard.WHOLE, suites);
  }

  static CheckResult shard(Shard shard, SuiteResult... suites) {
    return new CheckResult(
        "leadline.yaml", new PlanDigest("0123456789abcdef"), 4, shard, List.of(suites));
  }

  static SuiteResult suite(int index, String run, CaseResult... cases) {
    return new SuiteResult(index, run, "3.12.1", Duration.ofMillis(1234), List.of(cases));
  }

  static CaseResult holds(String title) {
    return new CaseResult(title, new Place("leadline.yaml", 7), Verdict.holds());
  }

  static CaseResult fails(String title) {
    return new CaseResult(
        title,
        new Place("leadline.yaml", 12),
        Verdict.fails("called 4 times")
            .with(List.of("main", "  Order.total"), Optional.of(new Place("shop.py", 17))));
  }

  static CaseResult unknown(String title) {
    return new CaseResult(
        title, new Place("leadline.yaml", 0), Verdict.unknown("there is no Python 3.9"));
  }

  /** One whose every text is hostile. */
  static CaseResult hostile() {
    return new CaseResult(
        HOSTILE,
        new Place(HOSTILE, 3),
        Verdict.fails(HOSTILE).with(List.of(HOSTILE, HOSTILE), Optional.of(new Place(HOSTILE, 5))));
  }
}
