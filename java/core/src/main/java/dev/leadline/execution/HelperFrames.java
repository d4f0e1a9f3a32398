package dev.leadline.execution;

import dev.leadline.event.Code;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Frames that the compiler made of a part of a function, on some interpreters: comprehensions up to
 * 3.11 (PEP 709), the scopes of type parameters from 3.12 (PEP 695), annotations that are evaluated
 * when they are asked for from 3.14 (PEP 649). A {@code <lambda>} or {@code <genexpr>} is not one:
 * they have a frame everywhere.
 */
final class HelperFrames {

  private static final Set<String> NAMES =
      Set.of("<listcomp>", "<dictcomp>", "<setcomp>", "__annotate__");

  private static final String GENERIC = "<generic parameters of ";

  /** A helper as a part of a qualified name; before 3.11 the agent adds what functions have. */
  private static final Pattern WITHIN =
      Pattern.compile("<(?:listcomp|dictcomp|setcomp)>\\.(?:<locals>\\.)?");

  private HelperFrames() {}

  /** A qualified name as it is where no helper has a frame. */
  static String without(String qualname) {
    return qualname.indexOf('<') < 0 ? qualname : WITHIN.matcher(qualname).replaceAll("");
  }

  static boolean is(Code code) {
    String name = code.function();
    return NAMES.contains(name) || name.startsWith(GENERIC);
  }
}
