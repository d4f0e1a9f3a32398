package dev.leadline.check.results;

import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.CheckResult.SuiteResult;
import dev.leadline.check.plan.Shard;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Joins the results of shards to those of the whole check. */
public final class ShardMerge {

  private static final int DIGITS = 12;
  private static final int NAMED = 10;

  private ShardMerge() {}

  /**
   * Joins them, in the order of the plan.
   *
   * @param shards in any order
   * @throws UnfitShardsException if they are of different plans, or one is missing or there twice
   */
  public static CheckResult merge(List<CheckResult> shards) throws UnfitShardsException {
    if (shards.isEmpty()) {
      throw new UnfitShardsException("there are no results to merge");
    }
    CheckResult first = shards.get(0);
    for (CheckResult shard : shards) {
      refuseOther(first, shard);
    }
    refuseGaps(shards, first.shard().of());
    List<SuiteResult> suites =
        shards.stream()
            .flatMap(shard -> shard.suites().stream())
            .sorted(Comparator.comparingInt(SuiteResult::index))
            .toList();
    return new CheckResult(first.file(), first.digest(), first.planned(), Shard.WHOLE, suites);
  }

  private static void refuseOther(CheckResult first, CheckResult shard)
      throws UnfitShardsException {
    if (!shard.digest().equals(first.digest()) || shard.planned() != first.planned()) {
      throw new UnfitShardsException(
          "the shards are of different plans: "
              + plan(first)
              + ", and "
              + plan(shard)
              + "; run all of them with the same check file and options");
    }
    if (shard.shard().of() != first.shard().of()) {
      throw new UnfitShardsException(
          "the plan was cut in different ways: shard " + first.shard() + ", and " + shard.shard());
    }
    for (SuiteResult suite : shard.suites()) {
      if (suite.index() >= shard.planned() || !shard.shard().holds(suite.index())) {
        throw new UnfitShardsException(
            "shard " + shard.shard() + " holds '" + suite.run() + "', which is not its own");
      }
    }
  }

  private static void refuseGaps(List<CheckResult> shards, int of) throws UnfitShardsException {
    Set<Integer> seen = new TreeSet<>();
    for (CheckResult shard : shards) {
      if (!seen.add(shard.shard().number())) {
        throw new UnfitShardsException("shard " + shard.shard() + " is there twice");
      }
    }
    if (seen.size() < of) {
      String missing =
          IntStream.rangeClosed(1, of)
              .filter(number -> !seen.contains(number))
              .limit(NAMED)
              .mapToObj(number -> number + "/" + of)
              .collect(Collectors.joining(", "));
      int others = of - seen.size() - NAMED;
      throw new UnfitShardsException(
          "missing: shard " + missing + (others > 0 ? ", and " + others + " more" : ""));
    }
  }

  private static String plan(CheckResult shard) {
    String digest = shard.digest().text();
    return shard.file()
        + " with "
        + ResultWords.counted(shard.planned(), "run")
        + " (shard "
        + shard.shard()
        + ", plan "
        + digest.substring(0, Math.min(DIGITS, digest.length()))
        + ")";
  }

  /** Results are not those of all shards of one check. The message is one line for the user. */
  public static final class UnfitShardsException extends IOException {

    private static final long serialVersionUID = 1L;

    UnfitShardsException(String message) {
      super(message);
    }
  }
}
