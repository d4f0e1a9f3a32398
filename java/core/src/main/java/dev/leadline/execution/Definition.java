package dev.leadline.execution;

import dev.leadline.event.Scope;
import java.util.Objects;

/**
 * A function as one execution has it: what two executions share of it, and the facts of this one.
 *
 * @param key what it is called in both
 * @param file {@code co_filename}, exactly as CPython had it
 * @param name {@code co_name}
 * @param firstlineno {@code co_firstlineno}
 * @param module {@code __name__} of its globals; may be empty
 * @param scope whose code it is
 * @param base whether it is the program's own {@code <module>}
 */
public record Definition(
    FunctionKey key,
    String file,
    String name,
    int firstlineno,
    String module,
    Scope scope,
    boolean base) {

  public Definition {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(scope, "scope");
  }

  /**
   * The line that its own lines are counted from where two executions are compared. That of a
   * module is not its {@code co_firstlineno}, which up to 3.9 is where its first statement stands.
   */
  public int firstLine() {
    return isModule() ? 1 : firstlineno;
  }

  /** Whether it is what a file, or a piece of code, runs at its outermost level. */
  public boolean isModule() {
    return name.equals("<module>");
  }

  /** Whether it is a generator expression: all that it does is a part of one statement. */
  public boolean isGeneratorExpression() {
    return name.equals("<genexpr>");
  }

  // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

  @Override
  public boolean equals(Object other) {
    return other instanceof Definition that
        && key.equals(that.key)
        && file.equals(that.file)
        && name.equals(that.name)
        && firstlineno == that.firstlineno
        && module.equals(that.module)
        && scope == that.scope
        && base == that.base;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * key.hashCode() + file.hashCode()) + firstlineno;
  }

  /**
   * What makes two functions of two executions the same one. The line where it is defined is no
   * part of it: functions move when a file is edited.
   *
   * @param file file as it is called on every interpreter and every machine: relative to the
   *     program's roots, {@code {stdlib}/asyncio/events} for the library, a normalised path
   *     otherwise
   * @param qualname {@code co_qualname}
   */
  public record FunctionKey(String file, String qualname) {

    public FunctionKey {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(qualname, "qualname");
    }

    // By hand: what Java makes for a record when it is first asked takes longer than a small trace.

    @Override
    public boolean equals(Object other) {
      return other instanceof FunctionKey that
          && file.equals(that.file)
          && qualname.equals(that.qualname);
    }

    @Override
    public int hashCode() {
      return 31 * file.hashCode() + qualname.hashCode();
    }
  }
}
