package dev.leadline.filter;

import dev.leadline.event.Code;
import dev.leadline.event.CodeMap;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which frames of a process are kept: those that are asked for, of those that were recorded as
 * asked. The program's {@code <module>} is in a trace as structure alone, without its lines, where
 * the recording did not ask for it; such a frame is never kept.
 */
final class FrameFilter {

  private final Header header;
  private final DepthFilter depths;
  private final CodeFilter codes;
  private Optional<FrameFilter> recorded = Optional.empty();

  FrameFilter(Recording choice, Header header) {
    this.header = header;
    depths = new DepthFilter(choice);
    codes = new CodeFilter(choice, header);
  }

  boolean keeps(Frame frame) {
    return passes(frame) && (!frame.code().base() || recorded().passes(frame));
  }

  private boolean passes(Frame frame) {
    return depths.keeps(frame) && codes.keeps(frame.code());
  }

  /** That of the recording, which few choices need: most keep no {@code <module>}. */
  private FrameFilter recorded() {
    if (recorded.isEmpty()) {
      recorded = Optional.of(new FrameFilter(header.recording(), header));
    }
    return recorded.get();
  }

  /**
   * The part of a choice that hangs on where a frame stands. Under {@code auto} everything but the
   * program's own {@code <module>} is below the cutoff, by the very definition of the base depth.
   */
  private static final class DepthFilter {

    private final OptionalInt cutoff;
    private final boolean moduleLevel;
    private final int levels;

    DepthFilter(Recording choice) {
      cutoff = choice.cutoff();
      moduleLevel = choice.moduleLevel();
      levels = choice.levels().orElse(Integer.MAX_VALUE);
    }

    boolean keeps(Frame frame) {
      if (cutoff.isPresent()) {
        long below = (long) frame.depth() - cutoff.getAsInt();
        return below > 0 && below <= levels;
      }
      return (moduleLevel || !frame.code().base()) && frame.level() <= levels;
    }
  }

  /**
   * The part of a choice that hangs on the code alone; decided once for each code object, as far as
   * decisions are remembered.
   */
  private static final class CodeFilter {

    private final Set<Scope> scopes;
    private final ScopeRule scopeRule;
    private final Globs include;
    private final Globs exclude;
    private final Globs functions;
    private final List<String> roots;
    private final String cwd;
    private final CodeMap<Boolean> decided = new CodeMap<>(this::decide);

    CodeFilter(Recording choice, Header header) {
      List<String> recorded = header.recording().roots();
      scopes = choice.scopes();
      scopeRule = new ScopeRule(choice.roots(), recorded, header.cwd());
      include = new Globs("include", choice.include());
      exclude = new Globs("exclude", choice.exclude());
      functions = new Globs("function", choice.functions());
      roots = choice.roots().isEmpty() ? recorded : choice.roots();
      cwd = header.cwd();
    }

    boolean keeps(Code code) {
      return decided.get(code);
    }

    private boolean decide(Code code) {
      if (!scopes.contains(scopeRule.of(code))) {
        return false;
      }
      if (!functions.isEmpty()
          && !functions.matchAnyOf(List.of(code.function(), code.qualname()))) {
        return false;
      }
      if (include.isEmpty() && exclude.isEmpty()) {
        return true;
      }
      List<String> names = CodeNames.of(code.module(), code.file(), cwd, roots);
      return (include.isEmpty() || include.matchAnyOf(names)) && !exclude.matchAnyOf(names);
    }

    /**
     * Whose code it is, seen from the roots that a reader asks for. Without roots of its own, or
     * with the trace's, it is what the agent said. Else the files under the roots are the user's
     * and no others, but a library that lies somewhere below a root stays a library.
     */
    private static final class ScopeRule {

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
  }
}
