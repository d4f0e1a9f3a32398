package dev.leadline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A debugger, launcher or server of the user's own, which loads a program by itself: {@code python
 * my_debugger.py app.py}, {@code python -m uvicorn app:app}.
 *
 * @param kind how the interpreter finds it
 * @param target its path, or its module's name
 * @param arguments all that follows on its command line, with what names the program
 */
public record Runner(Kind kind, String target, List<String> arguments) {

  /** How the command line names what an interpreter runs. */
  public enum Kind {
    /** A file. */
    SCRIPT,
    /** {@code -m NAME} */
    MODULE;

    /** The name as the agent's configuration writes it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Runner {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    arguments = List.copyOf(arguments);
  }

  /** What follows the interpreter and its options. */
  public List<String> command() {
    List<String> command = new ArrayList<>();
    if (kind == Kind.MODULE) {
      command.add("-m");
    }
    command.add(target);
    command.addAll(arguments);
    return command;
  }

  /** What is wrong with the command line of a runner, in one clause. */
  public static final class RunnerException extends Exception {

    private static final long serialVersionUID = 1L;

    RunnerException(String message) {
      super(message);
    }
  }
}
