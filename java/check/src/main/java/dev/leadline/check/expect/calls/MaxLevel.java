package dev.leadline.check.expect.calls;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Expectation.EachByItself;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.TracedStack;
import java.util.OptionalInt;

/**
 * Calls are nested at most so deep, of what the run's filters keep. What the program's {@code
 * <module>} calls is at level 1, and so is what a thread begins with; what a filter hides counts
 * for nothing.
 */
public final class MaxLevel implements EachByItself {

  private final int most;

  public MaxLevel(int most) {
    this.most = most;
    if (most < 0) {
      throw new IllegalArgumentException("a level is not negative: " + most);
    }
  }

  @Override
  public String title() {
    return "at most " + Wording.count(most, "level") + " of calls";
  }

  @Override
  public Verdict judge(Shown shown) {
    Execution execution = shown.execution();
    OptionalInt levels = execution.facts().header().recording().levels();
    if (levels.isPresent() && levels.getAsInt() <= most) {
      return Verdict.unknown(
          "the run records no more than " + Wording.count(levels.getAsInt(), "level"));
    }
    Deepest deepest = new Deepest(execution, most);
    execution.stacks().forEach(deepest::look);
    return deepest.level <= most
        ? Completeness.required(execution, Verdict.holds())
        : Finding.at(
            execution,
            deepest.firstBeyond,
            "calls reach level " + deepest.level + ", expected at most " + most);
  }

  /** Walks through the calls and knows how deep it is; no more than that. */
  private static final class Deepest {
    private final Execution execution;
    private final int most;
    private int level;
    private int firstBeyond = Execution.NONE;

    Deepest(Execution execution, int most) {
      this.execution = execution;
      this.most = most;
    }

    void look(TracedStack stack) {
      int one = execution.firstRoot(stack);
      int depth = 0;
      while (one != Execution.NONE) {
        depth += weight(one);
        reached(one, depth);
        int inner = execution.firstChild(one);
        if (inner != Execution.NONE) {
          one = inner;
          continue;
        }
        depth -= weight(one);
        while (one != Execution.NONE && execution.next(one) == Execution.NONE) {
          one = execution.caller(one);
          depth -= one == Execution.NONE ? 0 : weight(one);
        }
        one = one == Execution.NONE ? one : execution.next(one);
      }
    }

    private void reached(int one, int depth) {
      level = Math.max(level, depth);
      if (depth > most && (firstBeyond == Execution.NONE || one < firstBeyond)) {
        firstBeyond = one;
      }
    }

    /** The program's module has no level. */
    private int weight(int one) {
      return execution.definition(one).base() ? 0 : 1;
    }
  }
}
