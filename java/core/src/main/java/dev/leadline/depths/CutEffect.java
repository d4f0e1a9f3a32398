package dev.leadline.depths;

import java.util.List;
import java.util.function.Predicate;

/**
 * What one way of cutting keeps of the events of the program's code, and what of it is wrong.
 *
 * @param kept events that are kept
 * @param moduleLevel those among them that are the program's {@code <module>}'s, which a cut is to
 *     drop
 * @param lost events of functions that are dropped
 * @param lostCalls the calls among those
 * @param lostNames the first functions that are lost, a few
 */
public record CutEffect(
    long kept, long moduleLevel, long lost, long lostCalls, List<String> lostNames) {

  private static final int NAMES = 3;

  public CutEffect {
    lostNames = List.copyOf(lostNames);
  }

  /** Whether it keeps all functions and nothing of the module level. */
  public boolean isExact() {
    return moduleLevel == 0 && lost == 0;
  }

  static CutEffect of(List<Held> held, Predicate<Held> keeps) {
    List<Held> kept = held.stream().filter(keeps).toList();
    List<Held> lost = held.stream().filter(keeps.or(Held::moduleLevel).negate()).toList();
    return new CutEffect(
        kept.stream().mapToLong(Held::events).sum(),
        kept.stream().filter(Held::moduleLevel).mapToLong(Held::events).sum(),
        lost.stream().mapToLong(Held::events).sum(),
        lost.stream().mapToLong(Held::calls).sum(),
        lost.stream().flatMap(one -> one.names().stream()).distinct().limit(NAMES).toList());
  }
}
