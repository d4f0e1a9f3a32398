package dev.leadline.expect;

import dev.leadline.event.Code;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.List;
import java.util.Set;

/**
 * The functions that a glob names: by {@code co_name}, by qualified name, or by that with the
 * module in front. What a file runs at its outermost level is no function, whatever the glob.
 */
final class Functions {

  /** Its name in CPython. */
  static final String MODULE = "<module>";

  private final Glob glob;

  Functions(Glob glob) {
    this.glob = glob;
  }

  /** Those that ran. */
  Set<Definition> in(Execution execution) {
    return Finding.definitions(execution, this::has);
  }

  boolean has(Definition function) {
    return has(function.name(), function.key().qualname(), function.module());
  }

  boolean has(Code code) {
    return has(code.function(), code.qualname(), code.module());
  }

  private boolean has(String name, String qualname, String module) {
    List<String> names = List.of(name, qualname, module + "." + qualname);
    return !name.equals(MODULE) && names.stream().anyMatch(glob::matches);
  }
}
