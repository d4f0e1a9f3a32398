package dev.leadline.causes;

import dev.leadline.compare.CauseFinder.Sides;
import java.util.Optional;

/**
 * The two interpreters of a comparison. A cause needs evidence in both executions; that the change
 * came between their releases is asked for besides, lest a look-alike be taken for it.
 *
 * @param older the older release
 * @param younger the younger release
 * @param leftIsOlder which of the two is on the left
 */
record Releases(Release older, Release younger, boolean leftIsOlder) {

  /** Empty where an interpreter does not say which it is. */
  static Optional<Releases> of(Sides sides) {
    Optional<Release> left = Release.parse(sides.left().header().python().version());
    Optional<Release> right = Release.parse(sides.right().header().python().version());
    return left.flatMap(
        one ->
            right.map(
                other ->
                    one.compareTo(other) <= 0
                        ? new Releases(one, other, true)
                        : new Releases(other, one, false)));
  }

  boolean same() {
    return older.equals(younger);
  }

  /** Whether what came in a release parts the two. */
  boolean partedBy(Release change) {
    return older.compareTo(change) < 0 && change.compareTo(younger) <= 0;
  }
}
