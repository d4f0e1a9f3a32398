package dev.leadline.report;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Header;
import dev.leadline.report.text.ModuleNames;
import java.util.HashMap;
import java.util.Map;

/** How functions of a report are called, and where they are. */
final class FunctionNames {

  private static final String INSIDE = ".<locals>.";

  private final Header header;
  private final Map<String, String> modules = new HashMap<>();

  FunctionNames(Header header) {
    this.header = header;
  }

  /** {@code module:line}; empty for what is no function. */
  String place(TracedFunction function) {
    return function.isGroup()
        ? ""
        : modules.computeIfAbsent(function.file(), file -> ModuleNames.of(file, header))
            + ":"
            + function.firstlineno();
  }

  /** Its qualified name, without the class or the function that its caller is in, too. */
  static String below(TracedFunction function, TracedFunction caller) {
    String name = function.qualname();
    if (!function.file().equals(caller.file())) {
      return name;
    }
    String inside = caller.qualname() + INSIDE;
    if (name.startsWith(inside)) {
      return "." + name.substring(inside.length());
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.substring(0, dot).equals(holder(caller.qualname()))
        ? name.substring(dot)
        : name;
  }

  /** The class that a function is in, or one that is defined in a method of it. */
  private static String holder(String qualname) {
    int local = qualname.indexOf(".<locals>");
    String method = local < 0 ? qualname : qualname.substring(0, local);
    return method.substring(0, Math.max(0, method.lastIndexOf('.')));
  }
}
