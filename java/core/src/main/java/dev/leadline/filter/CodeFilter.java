package dev.leadline.filter;

import dev.leadline.event.Code;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a choice that hangs on the code alone; decided once for each code object, as far as
 * decisions are remembered.
 */
final class CodeFilter {

  private static final int REMEMBERED = 50_000;

  private final Set<Scope> scopes;
  private final ScopeRule scopeRule;
  private final Globs include;
  private final Globs exclude;
  private final Globs functions;
  private final List<String> roots;
  private final String cwd;
  private final Map<Code, Boolean> decided = new IdentityHashMap<>();

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
    Boolean known = decided.get(code);
    if (known == null) {
      if (decided.size() == REMEMBERED) {
        decided.clear();
      }
      known = decide(code);
      decided.put(code, known);
    }
    return known;
  }

  private boolean decide(Code code) {
    if (!scopes.contains(scopeRule.of(code))) {
      return false;
    }
    if (!functions.isEmpty() && !functions.matchAnyOf(List.of(code.function(), code.qualname()))) {
      return false;
    }
    if (include.isEmpty() && exclude.isEmpty()) {
      return true;
    }
    List<String> names = CodeNames.of(code.module(), code.file(), cwd, roots);
    return (include.isEmpty() || include.matchAnyOf(names)) && !exclude.matchAnyOf(names);
  }
}
