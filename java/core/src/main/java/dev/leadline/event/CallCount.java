package dev.leadline.event;

import java.util.Objects;

/**
 * How often a function was called at one place of a stack, where the calls themselves were not
 * recorded.
 *
 * @param code what was called
 * @param depth number of frames from the function's to the stack's root, itself included
 * @param level number of user-scope frames beneath it
 * @param calls how many {@code call} events CPython would have told, resumptions included
 */
public record CallCount(Code code, int depth, int level, long calls) {

  public CallCount {
    Objects.requireNonNull(code, "code");
  }
}
