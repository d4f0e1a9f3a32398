package dev.leadline.depths;

import dev.leadline.depths.Stack.Held;
import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The measured stacks of one run.
 *
 * @param header the program and its interpreter
 * @param program the stack of the program's {@code <module>}; empty where that never ran
 * @param others the further stacks that the run showed, in that order; a bounded number
 * @param moreOthers how many there were besides
 * @param countedOnly whether calls were counted and nothing else was recorded
 * @param notices what the recording says of itself; a bounded number
 * @param ending what became of the run
 */
public record Depths(
    Header header,
    Optional<Stack> program,
    List<Stack> others,
    int moreOthers,
    boolean countedOnly,
    List<Notice> notices,
    Ending ending) {

  public Depths {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(program, "program");
    others = List.copyOf(others);
    notices = List.copyOf(notices);
    Objects.requireNonNull(ending, "ending");
  }

  /** The number to use: the depth of the program's {@code <module>}. */
  public OptionalInt cutoff() {
    return program.map(stack -> OptionalInt.of(stack.base())).orElse(OptionalInt.empty());
  }

  /** Whether any code of the program's ran. */
  public boolean showsStacks() {
    return program.isPresent() || !others.isEmpty();
  }

  /** What a fixed number keeps and loses on all stacks of the run. */
  public CutEffect cutAt(int cutoff) {
    return CutEffect.of(held(), one -> one.depth() > cutoff);
  }

  /** What {@code auto} keeps: each stack is cut at its own base. */
  public CutEffect cutAtEachBase() {
    return CutEffect.of(held(), one -> !one.moduleLevel());
  }

  /** What a filter by the program's file name keeps and loses. */
  public CutEffect byFileName() {
    return CutEffect.of(held(), Held::ownFile);
  }

  /** The stacks whose functions stand no deeper than the cutoff, which one number loses. */
  public List<Stack> lostBy(int cutoff) {
    return others.stream()
        .filter(stack -> stack.held().stream().anyMatch(one -> one.depth() <= cutoff))
        .toList();
  }

  private List<Held> held() {
    return Stream.concat(program.stream(), others.stream())
        .flatMap(stack -> stack.held().stream())
        .toList();
  }

  /**
   * What one way of cutting keeps of the events of the program's code, and what of it is wrong.
   *
   * @param kept events that are kept
   * @param moduleLevel those among them that are the program's {@code <module>}'s, which a cut is
   *     to drop
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
}
