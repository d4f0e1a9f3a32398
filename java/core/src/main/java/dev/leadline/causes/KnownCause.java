package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.execution.Activation;
import java.util.Objects;
import java.util.Optional;

/** An entry of the catalogue for differences in calls, exceptions, outcomes, frames and stacks. */
@FunctionalInterface
interface KnownCause {

  /** The cause, if the evidence is that of this entry. */
  Optional<Cause> explain(Evidence evidence);

  /**
   * What there is to judge a difference by.
   *
   * @param difference the difference
   * @param releases the two interpreters
   * @param facts of the source file that the function, or the caller's call, stands in
   */
  record Evidence(Difference difference, Releases releases, Optional<SourceFacts> facts) {

    public Evidence {
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

  /**
   * The texts of an entry.
   *
   * @param id stable name
   * @param title one clause for a person
   * @param source where it is written down
   */
  record Known(String id, String title, String source) {

    /** The interpreters' runtime or library does otherwise; the program's doing stays as it is. */
    Optional<Cause> runtime(String why) {
      return Optional.of(new Cause(id, Category.RUNTIME, title, source, why));
    }

    /** The interpreters' compilers do otherwise; the program's doing stays as it is. */
    Optional<Cause> compiler(String why) {
      return Optional.of(new Cause(id, Category.COMPILER, title, source, why));
    }

    /** A difference that the program itself sees, and whose reason is known. */
    Optional<Cause> program(String why) {
      return Optional.of(new Cause(id, Category.PROGRAM, title, source, why));
    }
  }
}
