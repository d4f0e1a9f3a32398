package dev.leadline.check.expect;

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
public final class Functions {

  /** Its name in CPython. */
  static final String MODULE = "<module>";

  private final Glob glob;

  public Functions(Glob glob) {
    this.glob = glob;
  }

  /**
   * The same glob, as one for functions.
   *
   * @throws IllegalArgumentException if it matches no function, so that no expectation could fail
   */
  public static Glob glob(Glob glob) {
    if (glob.toString().equals(MODULE)) {
      throw new IllegalArgumentException(
          MODULE + " is no function: it is what a file runs when it is loaded");
    }
    return glob;
  }

  /** Those that ran. */
  public Set<Definition> in(Execution execution) {
    return Finding.definitions(execution, this::has);
  }

  public boolean has(Definition function) {
    return has(function.name(), function.key().qualname(), function.module());
  }

  public boolean has(Code code) {
    return has(code.function(), code.qualname(), code.module());
  }

  private boolean has(String name, String qualname, String module) {
    List<String> names = List.of(name, qualname, module + "." + qualname);
    return !name.equals(MODULE) && names.stream().anyMatch(glob::matches);
  }
}
