package dev.leadline.interpreter;

import java.util.Objects;

/**
 * One executable that was found, and what it turned out to be.
 *
 * @param source the place where it was found: {@code PATH}, {@code pyenv}, ...
 * @param probed what it is
 */
public record FoundInterpreter(String source, Probed probed) {

  public FoundInterpreter {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(probed, "probed");
  }
}
