package dev.leadline.checkfile;

import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that lead to a value: {@code runs[0].expect.calls}. Put together where it is shown. */
final class KeyPath {

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
