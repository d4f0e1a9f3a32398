package dev.leadline.causes;

import dev.leadline.compare.Difference;
import dev.leadline.compare.Occurrence;
import dev.leadline.execution.Activation;
import java.util.Objects;
import java.util.Optional;

/**
 * What there is to judge a difference by.
 *
 * @param difference the difference
 * @param releases the two interpreters
 * @param facts of the source file that the function, or the caller's call, stands in
 */
record Evidence(Difference difference, Releases releases, Optional<SourceFacts> facts) {

  Evidence {
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(releases, "releases");
    Objects.requireNonNull(facts, "facts");
  }

  /** The activation on the older interpreter. */
  Optional<Activation> older() {
    return side(releases.leftIsOlder());
  }

  /** The activation on the younger interpreter. */
  Optional<Activation> younger() {
    return side(!releases.leftIsOlder());
  }

  private Optional<Activation> side(boolean left) {
    return (left ? difference.left() : difference.right()).map(Occurrence::activation);
  }
}
