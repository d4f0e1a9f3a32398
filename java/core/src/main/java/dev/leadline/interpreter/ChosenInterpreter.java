package dev.leadline.interpreter;

import java.util.Objects;

/**
 * The interpreter that a run uses.
 *
 * @param command what {@code sys.orig_argv[0]} is where the user starts it by hand: the command as
 *     typed, or the file that a shim starts
 * @param interpreter the interpreter
 */
public record ChosenInterpreter(String command, Interpreter interpreter) {

  public ChosenInterpreter {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(interpreter, "interpreter");
  }
}
