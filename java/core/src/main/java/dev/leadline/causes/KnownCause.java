package dev.leadline.causes;

import dev.leadline.compare.Cause;
import java.util.Optional;

/** An entry of the catalogue for differences in calls, exceptions, outcomes, frames and stacks. */
@FunctionalInterface
interface KnownCause {

  /** The cause, if the evidence is that of this entry. */
  Optional<Cause> explain(Evidence evidence);
}
