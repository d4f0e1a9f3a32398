package dev.leadline.filter;

import dev.leadline.filter.Glob.BadGlobException;
import java.util.List;

/** Globs for functions, of which one is enough: each is tried on the name and on the whole name. */
public final class FunctionGlobs {

  private final List<Glob> globs;

  /**
   * Reads them.
   *
   * @throws BadGlobException if one cannot be read
   */
  public FunctionGlobs(List<String> globs) {
    this.globs = globs.stream().map(Glob::compile).toList();
  }

  /** Whether a function of this qualified name is meant. */
  public boolean match(String qualname) {
    String name = qualname.substring(qualname.lastIndexOf('.') + 1);
    return globs.stream().anyMatch(glob -> glob.matches(name) || glob.matches(qualname));
  }
}
