package dev.leadline.check.file.shape;

import dev.leadline.check.file.node.Mark;
import dev.leadline.check.file.node.Node;
import dev.leadline.check.file.node.Node.Entry;
import dev.leadline.check.file.node.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value that is being read, and the keys that lead to it.
 *
 * @param mark where a reader of the file is sent: the key of the value, if it has one of its own
 * @param problems takes what is wrong anywhere in the file; the same is taken once
 */
public record Cursor(Node node, Mark mark, KeyPath path, Set<Problem> problems) {

  /** The whole file. */
  public static Cursor root(Node node, Set<Problem> problems) {
    return new Cursor(node, node.mark(), KeyPath.ROOT, problems);
  }

  /** A value of this mapping. */
  Cursor key(String key, Entry entry) {
    return new Cursor(entry.value(), entry.key(), path.key(key), problems);
  }

  /** An element of this list. */
  Cursor element(int index, Node element) {
    return new Cursor(element, element.mark(), path.element(index), problems);
  }

  /** Another value in the same place. */
  Cursor of(Node other) {
    return new Cursor(other, other.mark(), path, problems);
  }

  /** Reads it; empty where that cannot be, which is noted. */
  public <T> Optional<T> as(Shape<T> shape) {
    return shape.fits(node)
        ? shape.read(this)
        : wrong("wants " + shape.wants() + ", not " + node.called());
  }

  /** Notes that the value is wrong. */
  public <T> Optional<T> wrong(String message) {
    return wrong(node.mark(), message);
  }

  /** Notes that something about the value is wrong, at a place of its own. */
  public <T> Optional<T> wrong(Mark where, String message) {
    problems.add(new Problem(where, path.toString(), message));
    return Optional.empty();
  }

  /**
   * The keys that lead to a value: {@code runs[0].expect.calls}. Put together where it is shown.
   */
  private static final class KeyPath {

    /** To the whole file. */
    static final KeyPath ROOT = new KeyPath(Optional.empty(), "");

    private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

    private final Optional<KeyPath> before;
    private final Object step;

    /** step: a key, or the Integer of an element. */
    private KeyPath(Optional<KeyPath> before, Object step) {
      this.before = before;
      this.step = step;
    }

    KeyPath key(String key) {
      return new KeyPath(Optional.of(this), key);
    }

    KeyPath element(int index) {
      return new KeyPath(Optional.of(this), index);
    }

    @Override
    public String toString() {
      if (before.isEmpty()) {
        return "";
      }
      String path = before.get().toString();
      if (step instanceof String key) {
        boolean plain = PLAIN.matcher(key).matches();
        return plain ? path + (path.isEmpty() ? "" : ".") + key : path + "[\"" + key + "\"]";
      }
      return path + "[" + step + "]";
    }
  }
}
