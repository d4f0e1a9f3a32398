package dev.leadline.checkfile;

import java.util.List;

/** What can be expected of a run. */
final class ExpectKeys {

  /** In the order of the test cases. */
  static final List<Key<List<Wanted>>> ALL =
      List.of(
          OutcomeKeys.EXIT,
          OutcomeKeys.RAISES,
          CallKeys.CALLS,
          CallKeys.NEVER,
          CallKeys.ORDER,
          CallKeys.MAX_LEVEL,
          CallKeys.MAX_EVENTS,
          OutcomeKeys.COVERAGE,
          ValueKeys.RETURNS,
          ValueKeys.ARGS,
          OutcomeKeys.STDOUT,
          OutcomeKeys.GOLDEN,
          ComparisonKeys.SAME_ACROSS,
          ComparisonKeys.FASTER_THAN);

  static final Table TABLE = new Table(List.copyOf(ALL), Needs.NOTHING);

  private ExpectKeys() {}
}
