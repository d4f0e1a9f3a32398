package dev.leadline.causes;

import dev.leadline.execution.Activation;
import dev.leadline.execution.SeenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The exceptions that one side saw and the other did not, where the rest is the same, in order. */
final class ExtraExceptions {

  private ExtraExceptions() {}

  /** Those of the side that saw more; empty where neither's are contained in the other's. */
  static Optional<List<SeenException>> of(Activation one, Activation other) {
    return one.exceptions().size() >= other.exceptions().size()
        ? beyond(one.exceptions(), other.exceptions())
        : beyond(other.exceptions(), one.exceptions());
  }

  private static Optional<List<SeenException>> beyond(
      List<SeenException> more, List<SeenException> fewer) {
    List<SeenException> extra = new ArrayList<>();
    int matched = 0;
    for (SeenException seen : more) {
      if (matched < fewer.size() && fewer.get(matched).type().equals(seen.type())) {
        matched++;
      } else {
        extra.add(seen);
      }
    }
    return matched == fewer.size() && !extra.isEmpty() ? Optional.of(extra) : Optional.empty();
  }
}
