package dev.leadline.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/**
 * What a trace lacks of a stack's events, in one piece.
 *
 * @param before events that are there before it
 * @param missing events that are not there
 * @param behind events that are there again
 */
record Gap(int before, int missing, int behind) {

  /**
   * Between what CPython reported and what the trace holds of the stack that begins alike; fails
   * where it holds anything else than a beginning and an end of it.
   */
  static Gap between(
      List<OracleEvent> reported,
      List<List<OracleEvent>> stacks,
      Function<OracleEvent, OracleEvent> compared) {
    List<OracleEvent> expected = reported.stream().map(compared).toList();
    List<OracleEvent> held =
        stacks.stream()
            .map(stack -> stack.stream().map(compared).toList())
            .filter(stack -> stack.get(0).equals(expected.get(0)))
            .findFirst()
            .orElse(List.of());
    int before = 0;
    while (before < held.size() && before < expected.size() && same(expected, held, before)) {
      before++;
    }
    int behind = held.size() - before;
    assertThat(expected.size()).isGreaterThanOrEqualTo(held.size());
    if (!held.subList(before, held.size())
        .equals(expected.subList(expected.size() - behind, expected.size()))) {
      throw new AssertionError(EventDifference.text(expected, held));
    }
    return new Gap(before, expected.size() - held.size(), behind);
  }

  private static boolean same(List<OracleEvent> one, List<OracleEvent> other, int at) {
    return one.get(at).equals(other.get(at));
  }

  boolean isOpen() {
    return missing > 0;
  }

  /** Whether nothing of the stack is there. */
  boolean isAll() {
    return before + behind == 0;
  }

  /** Whether events are there again after it. */
  boolean isLeftBehind() {
    return missing > 0 && behind > 0;
  }
}
