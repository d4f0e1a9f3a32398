package dev.leadline.calltree;

import dev.leadline.event.Code;
import dev.leadline.event.CodeMap;
import dev.leadline.event.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A function as a person means it: all code objects that come from the same definition, also where
 * it ran several times and CPython made a new code object each time.
 *
 * @param file {@code co_filename}
 * @param function {@code co_name}
 * @param qualname {@code co_qualname}
 * @param firstlineno {@code co_firstlineno}
 * @param scope whose code it is
 */
public record TracedFunction(
    String file, String function, String qualname, int firstlineno, Scope scope) {

  /** Stands for all that found no place of its own. */
  public static final TracedFunction OTHER =
      new TracedFunction("", "(other)", "(other)", 0, Scope.GENERATED);

  /** Stands for the modules that a function imports, and all that this runs. */
  public static final TracedFunction IMPORTS =
      new TracedFunction("", "(imports)", "(imports)", 0, Scope.GENERATED);

  private static final String IMPORT_SYSTEM = "<frozen importlib.";

  public TracedFunction {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(qualname, "qualname");
    Objects.requireNonNull(scope, "scope");
  }

  /** The function that a code object comes from. */
  public static TracedFunction of(Code code) {
    return new TracedFunction(
        code.file(), code.function(), code.qualname(), code.firstlineno(), code.scope());
  }

  /** Whether it stands for others, and is no function itself. */
  public boolean isGroup() {
    return file.isEmpty() && firstlineno == 0;
  }

  /** Whether its calls are imports: the import system's own code, or a module of a library. */
  boolean isImport() {
    return scope != Scope.USER
        && scope != Scope.GENERATED
        && (function.equals("<module>") || file.startsWith(IMPORT_SYSTEM));
  }

  // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

  @Override
  public boolean equals(Object other) {
    return other instanceof TracedFunction that
        && file.equals(that.file)
        && function.equals(that.function)
        && qualname.equals(that.qualname)
        && firstlineno == that.firstlineno
        && scope == that.scope;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + qualname.hashCode()) + firstlineno;
  }

  /**
   * The one {@link TracedFunction} of each code object. Beyond a bound, new functions are {@link
   * TracedFunction#OTHER}.
   */
  public static final class Interned {

    private static final int FUNCTIONS = 50_000;

    private final CodeMap<TracedFunction> byCode =
        new CodeMap<>(code -> intern(TracedFunction.of(code)));
    private final Map<TracedFunction, TracedFunction> known = new HashMap<>();

    /** The function of a code object, the same instance each time. */
    public TracedFunction of(Code code) {
      return byCode.get(code);
    }

    private TracedFunction intern(TracedFunction made) {
      return known.size() < FUNCTIONS
          ? known.computeIfAbsent(made, key -> key)
          : known.getOrDefault(made, TracedFunction.OTHER);
    }
  }
}
