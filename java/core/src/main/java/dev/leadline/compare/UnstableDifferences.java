package dev.leadline.compare;

import dev.leadline.compare.Cause.Category;
import dev.leadline.execution.Definition.FunctionKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In what two runs of one interpreter differ, whatever the cause: in which functions, and in what
 * of them. A difference of the same kind in the same function between two interpreters says nothing
 * about these.
 */
public final class UnstableDifferences {

  /** Of a run that was not repeated. */
  public static final UnstableDifferences NONE = new UnstableDifferences("", Set.of());

  private record Key(DifferenceKind kind, FunctionKey function) {
    static Key of(DifferenceGroup group) {
      // of two runs of one interpreter, neither is the left one
      DifferenceKind kind =
          group.kind() == DifferenceKind.CALL_RIGHT ? DifferenceKind.CALL_LEFT : group.kind();
      return new Key(kind, group.function());
    }
  }

  private final String interpreter;
  private final Set<Key> keys;

  private UnstableDifferences(String interpreter, Set<Key> keys) {
    this.interpreter = interpreter;
    this.keys = keys;
  }

  /**
   * What that interpreter does otherwise in a second run.
   *
   * @param runs a run of it beside a second one
   */
  public static UnstableDifferences of(String interpreter, Comparison runs) {
    Set<Key> keys = new HashSet<>();
    for (DifferenceGroup group : runs.groups()) {
      keys.add(Key.of(group));
      group.consequences().forEach(consequence -> keys.add(Key.of(consequence)));
    }
    return new UnstableDifferences(interpreter, keys);
  }

  /** The group with a cause that says so, where it is not repeatable; empty where it is. */
  private Optional<DifferenceGroup> unstable(DifferenceGroup group) {
    Category category = group.cause().category();
    boolean asked = category == Category.PROGRAM || category == Category.UNEXPLAINED;
    return asked && keys.contains(Key.of(group))
        ? Optional.of(group.because(cause()))
        : Optional.empty();
  }

  private Cause cause() {
    return new Cause(
        "not-repeatable",
        Category.UNSTABLE,
        "not repeatable: it differs between two runs of " + interpreter + ", too",
        "",
        "a second run of " + interpreter + " differs from the first in this function, too");
  }

  /** The group as two interpreters with these differences have it. */
  static DifferenceGroup withUnstableMarked(
      DifferenceGroup group, List<UnstableDifferences> sides) {
    return sides.stream()
        .map(side -> side.unstable(group))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(group);
  }
}
