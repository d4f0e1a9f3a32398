package dev.leadline.check.file;

import dev.leadline.check.file.shape.Key;
import dev.leadline.check.file.shape.Needs;
import dev.leadline.check.file.shape.Table;
import java.util.List;

/** What can be expected of a run. */
final class ExpectKeys {

  /** In the order of the test cases. */
  static final List<Key<List<ExpectationSpec>>> ALL =
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
