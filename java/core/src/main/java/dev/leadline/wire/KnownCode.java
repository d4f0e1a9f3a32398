package dev.leadline.wire;

import dev.leadline.event.Code;
import dev.leadline.event.Scope;

/**
 * A code object and what the wire leaves out because of it.
 *
 * @param code the code object
 * @param lineno line of its calls where a call does not say otherwise
 */
public record KnownCode(Code code, int lineno) {

  /** What a frame of it adds to the level of the frames above: 1 for the user's and the base. */
  public static int levels(Code code) {
    return code.base() || code.scope() == Scope.USER ? 1 : 0;
  }
}
