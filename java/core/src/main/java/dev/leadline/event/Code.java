package dev.leadline.event;

import java.util.Objects;

/**
 * One code object of the program: what all frames that run it have in common.
 *
 * @param id number of the code object within its process, in order of first sight
 * @param file {@code co_filename}, exactly as CPython has it (it may be relative or {@code
 *     <string>})
 * @param function {@code co_name}
 * @param qualname {@code co_qualname}, worked out by the agent where CPython has none (before 3.11)
 * @param firstlineno {@code co_firstlineno}
 * @param module {@code __name__} in the globals of the first frame that ran it; empty if it had
 *     none
 * @param scope whose code it is
 * @param base whether this is the program's own {@code <module>}, whose depth is the base depth
 */
public record Code(
    int id,
    String file,
    String function,
    String qualname,
    int firstlineno,
    String module,
    Scope scope,
    boolean base) {

  public Code {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(qualname, "qualname");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(scope, "scope");
  }
}
