package dev.leadline.expect;

import dev.leadline.filter.Glob;

/** Globs that are asked of functions. */
public final class FunctionGlob {

  private FunctionGlob() {}

  /**
   * The same glob.
   *
   * @throws IllegalArgumentException if it can name none, so that nothing it says would ever fail
   */
  public static Glob checked(Glob glob) {
    if (glob.toString().equals(Functions.MODULE)) {
      throw new IllegalArgumentException(
          Functions.MODULE + " is no function: it is what a file runs when it is loaded");
    }
    return glob;
  }
}
