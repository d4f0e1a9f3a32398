package dev.leadline.expect;

import dev.leadline.event.Code;
import dev.leadline.execution.Definition;
import dev.leadline.filter.Glob;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that a glob names: by {@code co_name}, by qualified name, or by that with the
 * module in front. What a file runs at its outermost level is no function, whatever the glob.
 */
final class Functions {

  /** Answers beyond these are found anew. */
  private static final int REMEMBERED = 50_000;

  private static final String MODULE = "<module>";

  private final Glob glob;
  private final Map<Object, Boolean> known = new IdentityHashMap<>();

  Functions(Glob glob) {
    this.glob = glob;
  }

  boolean has(Definition function) {
    return answer(function, names(function.name(), function.key().qualname(), function.module()));
  }

  boolean has(Code code) {
    return answer(code, names(code.function(), code.qualname(), code.module()));
  }

  @Override
  public String toString() {
    return glob.toString();
  }

  private static List<String> names(String name, String qualname, String module) {
    return name.equals(MODULE) ? List.of() : List.of(name, qualname, module + "." + qualname);
  }

  /** Whose answer is remembered by identity: both kinds are shared by all that they stand in. */
  private boolean answer(Object function, List<String> names) {
    Boolean answer = known.get(function);
    if (answer == null) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      answer = names.stream().anyMatch(glob::matches);
      known.put(function, answer);
    }
    return answer;
  }
}
