package dev.leadline.check.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.PlanDigest;
import dev.leadline.check.plan.Shard;
import dev.leadline.check.results.ShardMerge.UnfitShardsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardMergeTest {

  private static final SuiteResult A = Results.suite(0, "a", Results.holds("x"));
  private static final SuiteResult B = Results.suite(1, "b", Results.fails("x"));
  private static final SuiteResult B_TOO = Results.suite(1, "b", Results.fails("y"));
  private static final SuiteResult C = Results.suite(2, "c", Results.unknown("x"));
  private static final CheckResult ODD = Results.shard(new Shard(1, 2), A, C);
  private static final CheckResult EVEN = Results.shard(new Shard(2, 2), B, B_TOO);

  @Test
  void theWholeIsInTheOrderOfThePlan() throws UnfitShardsException {
    assertThat(ShardMerge.merge(List.of(EVEN, ODD))).isEqualTo(Results.of(A, B, B_TOO, C));
  }

  @Test
  void aWholeCheckIsItsOwnShard() throws UnfitShardsException {
    assertThat(ShardMerge.merge(List.of(Results.of(A)))).isEqualTo(Results.of(A));
  }

  @Test
  void otherPlansAreRefused() {
    CheckResult other =
        new CheckResult("leadline.yaml", new PlanDigest("f00"), 4, new Shard(2, 2), List.of(B));

    refused(
        "the shards are of different plans: leadline.yaml with 4 runs (shard 1/2, plan"
            + " 0123456789ab), and leadline.yaml with 4 runs (shard 2/2, plan f00); run all of them"
            + " with the same check file and options",
        ODD,
        other);
  }

  @Test
  void missingAndDoubledShardsAreRefused() {
    refused("missing: shard 2/2", ODD);
    refused("missing: shard 1/4, 3/4, 4/4", Results.shard(new Shard(2, 4), B));
    refused(
        "missing: shard 2/99, 3/99, 4/99, 5/99, 6/99, 7/99, 8/99, 9/99, 10/99, 11/99, and 88 more",
        Results.shard(new Shard(1, 99), A));
    refused("shard 1/2 is there twice", ODD, EVEN, ODD);
    refused(
        "the plan was cut in different ways: shard 1/2, and 2/4",
        ODD,
        Results.shard(new Shard(2, 4), B));
    refused("there are no results to merge");
  }

  @Test
  void aRunOfAnotherShardIsRefused() {
    refused("shard 2/2 holds 'a', which is not its own", ODD, Results.shard(new Shard(2, 2), A));
  }

  private static void refused(String message, CheckResult... shards) {
    assertThatThrownBy(() -> ShardMerge.merge(List.of(shards)))
        .isInstanceOf(UnfitShardsException.class)
        .hasMessage(message);
  }
}
