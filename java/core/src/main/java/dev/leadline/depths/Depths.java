package dev.leadline.depths;

import dev.leadline.event.Ending;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The measured stacks of one run.
 *
 * @param header who ran what
 * @param program the stack of the program's {@code <module>}; empty where that never ran
 * @param others the further stacks that the run showed, in that order; a bounded number
 * @param moreOthers how many there were besides
 * @param countedOnly whether calls were counted and nothing else was heard
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
}
