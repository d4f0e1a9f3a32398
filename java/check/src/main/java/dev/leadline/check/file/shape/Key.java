package dev.leadline.check.file.shape;

import java.util.Objects;

/**
 * A key of a mapping whose keys are known.
 *
 * @param shape what it takes
 * @param help one sentence for the author of a file
 * @param since the version of Leadline that knew it first
 */
public record Key<T>(String name, Shape<T> shape, String help, String since) {

  public Key {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
  }

  /** A key that was there from the first version on. */
  public Key(String name, Shape<T> shape, String help) {
    this(name, shape, help, "0.1");
  }
}
