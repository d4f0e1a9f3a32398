package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Activation;
import dev.leadline.execution.SeenException;
import java.util.List;
import java.util.Optional;

/** The same exception under a new name: the old name is kept as another one of the same class. */
final class RenamedExceptions implements KnownCause {

  private static final Known KNOWN =
      new Known(
          "renamed-exception",
          "the class of an exception has a new name",
          "What's New of the younger release");

  @Override
  public Optional<Cause> explain(Evidence evidence) {
    DifferenceKind kind = evidence.difference().kind();
    if (kind == DifferenceKind.EXCEPTION) {
      return exceptions(evidence.older().orElseThrow(), evidence.younger().orElseThrow());
    }
    return kind == DifferenceKind.OUTCOME
        ? renamed(
            evidence.older().orElseThrow().outcome().type(),
            evidence.younger().orElseThrow().outcome().type())
        : Optional.empty();
  }

  private static Optional<Cause> exceptions(Activation older, Activation younger) {
    List<SeenException> before = older.exceptions();
    List<SeenException> after = younger.exceptions();
    if (before.size() != after.size()) {
      return Optional.empty();
    }
    Optional<Cause> cause = Optional.empty();
    for (int i = 0; i < before.size(); i++) {
      String one = before.get(i).type();
      String other = after.get(i).type();
      if (!one.equals(other)) {
        cause = renamed(one, other);
        if (cause.isEmpty()) {
          return cause;
        }
      }
    }
    return cause;
  }

  private static Optional<Cause> renamed(String before, String after) {
    // a class may have been renamed twice between the two
    boolean known =
        !before.equals(after)
            && (after.equals(ExceptionNames.next(before))
                || after.equals(ExceptionNames.newest(before)));
    return known
        ? KNOWN.runtime("%s is called %s by the younger interpreter".formatted(before, after))
        : Optional.empty();
  }
}
