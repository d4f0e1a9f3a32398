package dev.leadline.calltree;

import dev.leadline.event.Code;
import dev.leadline.event.Scope;
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

  public TracedFunction {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(qualname, "qualname");
    Objects.requireNonNull(scope, "scope");
  }

  static TracedFunction of(Code code) {
    return new TracedFunction(
        code.file(), code.function(), code.qualname(), code.firstlineno(), code.scope());
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
}
