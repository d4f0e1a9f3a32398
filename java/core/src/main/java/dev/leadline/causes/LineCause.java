package dev.leadline.causes;

import dev.leadline.compare.Cause;
import java.util.Optional;

/** An entry of the catalogue for lines that one interpreter tells of and the other does not. */
@FunctionalInterface
interface LineCause {

  /** The cause, if the evidence for this line is that of this entry. */
  Optional<Cause> explain(LineChange change, LineEvidence evidence);
}
