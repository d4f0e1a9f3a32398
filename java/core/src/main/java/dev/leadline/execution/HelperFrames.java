package dev.leadline.execution;

import dev.leadline.event.Code;
import java.util.Set;

/**
 * Frames that the compiler made of a part of a function, on some interpreters: comprehensions up to
 * 3.11 (PEP 709), the scopes of type parameters from 3.12 (PEP 695), annotations that are evaluated
 * when they are asked for from 3.14 (PEP 649). A {@code <lambda>} or {@code <genexpr>} is none:
 * they have a frame everywhere.
 */
final class HelperFrames {

  private static final Set<String> NAMES =
      Set.of("<listcomp>", "<dictcomp>", "<setcomp>", "__annotate__");

  private static final String GENERIC = "<generic parameters of ";

  private HelperFrames() {}

  static boolean is(Code code) {
    String name = code.function();
    return NAMES.contains(name) || name.startsWith(GENERIC);
  }
}
