package dev.leadline.junit;

import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The interpreters of this machine. */
final class Interpreters {

  private Interpreters() {}

  /** The interpreter that a text asks for; the default one if it is empty. */
  static ChosenInterpreter choose(Optional<String> asked) {
    try {
      return asked.isPresent() ? choice().named(asked.get()) : choice().byDefault();
    } catch (NoInterpreterException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** All that are found, one of each version, the oldest first, as texts that ask for them. */
  static List<String> all() {
    try {
      return choice().everyVersion().stream()
          .map(one -> one.interpreter().executable().toString())
          .toList();
    } catch (NoInterpreterException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static InterpreterChoice choice() {
    Path here = Path.of("").toAbsolutePath();
    Surroundings surroundings = Surroundings.ofThisMachine(System.getenv(), here);
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, here);
    return new InterpreterChoice(surroundings, probe, new InterpreterFinder(surroundings, probe));
  }
}
