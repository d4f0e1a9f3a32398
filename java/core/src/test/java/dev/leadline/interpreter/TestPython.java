package dev.leadline.interpreter;

import dev.leadline.interpreter.InterpreterChoice.ChosenInterpreter;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The default interpreter, for tests that are about something else: itself, not the shim of a
 * manager, which is a script that takes longer than the interpreter does.
 */
public final class TestPython {

  private static final Map<String, String> ENVIRONMENT = withoutShims();

  private TestPython() {}

  /** This process's environment variables, with the interpreter's own directory in front. */
  public static Map<String, String> environment() {
    return ENVIRONMENT;
  }

  /** The default interpreter of that environment. */
  public static ChosenInterpreter choose() throws NoInterpreterException {
    return in(ENVIRONMENT);
  }

  private static Map<String, String> withoutShims() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    try {
      Path directory = Path.of(in(environment).interpreter().sysExecutable()).getParent();
      environment.merge(
          "PATH", directory.toString(), (path, own) -> own + File.pathSeparator + path);
    } catch (NoInterpreterException e) {
      return Map.copyOf(environment); // each test that needs one says so
    }
    return Map.copyOf(environment);
  }

  private static ChosenInterpreter in(Map<String, String> environment)
      throws NoInterpreterException {
    Surroundings here = Surroundings.ofThisMachine(environment, Path.of("").toAbsolutePath());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, Path.of("."));
    return new InterpreterChoice(here, probe, new InterpreterFinder(here, probe)).byDefault();
  }
}
