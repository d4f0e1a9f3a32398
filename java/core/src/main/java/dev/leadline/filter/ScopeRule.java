package dev.leadline.filter;

import dev.leadline.event.Code;
import dev.leadline.event.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whose code it is, seen from the roots that a reader asks for. Without roots of its own, or with
 * the trace's, it is what the agent said. Else the files under the roots are the user's and no
 * others, but a library that lies somewhere below a root stays a library.
 */
final class ScopeRule {

  private final boolean asRecorded;
  private final List<String> roots;
  private final String cwd;

  ScopeRule(List<String> asked, List<String> recorded, String cwd) {
    this.asRecorded = asked.isEmpty() || asked.equals(recorded);
    this.roots =
        asRecorded ? List.of() : asked.stream().map(root -> Paths.absolute(cwd, root)).toList();
    this.cwd = cwd;
  }

  Scope of(Code code) {
    if (code.base()) {
      return Scope.USER;
    }
    return asRecorded ? code.scope() : fromRoots(code);
  }

  private Scope fromRoots(Code code) {
    return switch (code.scope()) {
      case FROZEN, GENERATED, RUNNER, AGENT -> code.scope();
      case USER -> isUnderRoot(code) ? Scope.USER : Scope.SITE;
      case STDLIB, SITE -> isUnderRoot(code) ? Scope.USER : code.scope();
    };
  }

  private boolean isUnderRoot(Code code) {
    String file = Paths.absolute(cwd, code.file());
    boolean mayBeLibrary = code.scope() != Scope.USER;
    return roots.stream()
        .flatMap(root -> Paths.under(root, file).stream())
        .anyMatch(rest -> !(mayBeLibrary && leadsThroughLibrary(rest)));
  }

  /** Whether a path goes through a directory in which Python keeps its libraries. */
  private static boolean leadsThroughLibrary(String path) {
    String[] parts = path.split("/");
    return Arrays.stream(parts, 0, parts.length - 1)
        .map(part -> part.toLowerCase(Locale.ROOT))
        .anyMatch(
            part ->
                part.equals("site-packages")
                    || part.equals("dist-packages")
                    || part.equals("lib")
                    || part.startsWith("python3"));
  }
}
