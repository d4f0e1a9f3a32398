package dev.leadline.filter;

import java.util.ArrayList;
import java.util.List;

/** What a glob for files or modules may match. */
public final class CodeNames {

  private CodeNames() {}

  /**
   * The dotted module, the file as CPython calls it, its base name, its path in the working
   * directory and in each root: up to 3.8 CPython calls a script as it was named, later it does
   * not.
   *
   * @param cwd what a relative file is relative to
   * @param roots directories of the user's code
   */
  static List<String> of(String module, String file, String cwd, List<String> roots) {
    List<String> names = new ArrayList<>();
    names.add(module);
    names.addAll(ofFile(file, cwd, roots));
    return List.copyOf(names);
  }

  /** The same without the module. */
  public static List<String> ofFile(String file, String cwd, List<String> roots) {
    List<String> names = new ArrayList<>();
    names.add(file);
    names.add(Paths.baseName(file));
    String absolute = Paths.absolute(cwd, file);
    Paths.under(cwd, absolute).ifPresent(names::add);
    for (String root : roots) {
      Paths.under(Paths.absolute(cwd, root), absolute).ifPresent(names::add);
    }
    return List.copyOf(names);
  }
}
