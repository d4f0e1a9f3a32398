package dev.leadline.checkfile;

import dev.leadline.checkfile.Node.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * A value that is being read, and the keys that lead to it.
 *
 * @param mark where a reader of the file is sent: the key of the value, if it has one of its own
 * @param problems takes what is wrong anywhere in the file; the same is taken once
 */
record Spot(Node node, Mark mark, KeyPath path, Set<Problem> problems) {

  /** The whole file. */
  static Spot root(Node node, Set<Problem> problems) {
    return new Spot(node, node.mark(), KeyPath.ROOT, problems);
  }

  /** A value of this mapping. */
  Spot key(String key, Entry entry) {
    return new Spot(entry.value(), entry.key(), path.key(key), problems);
  }

  /** An element of this list. */
  Spot element(int index, Node element) {
    return new Spot(element, element.mark(), path.element(index), problems);
  }

  /** Another value in the same place. */
  Spot of(Node other) {
    return new Spot(other, other.mark(), path, problems);
  }

  /** Reads it; empty where that cannot be, which is noted. */
  <T> Optional<T> as(Shape<T> shape) {
    return shape.fits(node)
        ? shape.read(this)
        : wrong("wants " + shape.wants() + ", not " + node.called());
  }

  /** Notes that the value is wrong. */
  <T> Optional<T> wrong(String message) {
    return wrong(node.mark(), message);
  }

  /** Notes that something about the value is wrong, at a place of its own. */
  <T> Optional<T> wrong(Mark where, String message) {
    problems.add(new Problem(where, path.toString(), message));
    return Optional.empty();
  }
}
