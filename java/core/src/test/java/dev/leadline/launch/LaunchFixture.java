package dev.leadline.launch;

import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.interpreter.ChosenInterpreter;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.NoInterpreterException;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Requests for the interpreter at hand. */
final class LaunchFixture {

  private LaunchFixture() {}

  static ChosenInterpreter python() throws NoInterpreterException {
    Surroundings here = Surroundings.ofThisMachine(System.getenv(), Path.of("").toAbsolutePath());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, Path.of("."));
    return new InterpreterChoice(here, probe, new InterpreterFinder(here, probe)).atHand();
  }

  /** Code that is followed, with at most so many processes. */
  static LaunchRequest followed(
      ChosenInterpreter python,
      Path directory,
      String code,
      int most,
      Optional<Duration> timeout,
      ProgramStdio stdio) {
    return new LaunchRequest(
        python,
        List.of(),
        new Program(Program.Kind.CODE, code, List.of()),
        recording(),
        true,
        false,
        Map.of(),
        directory,
        timeout,
        stdio,
        true,
        most,
        Optional.empty());
  }

  static Recording recording() {
    return new Recording(
        OptionalInt.empty(),
        false,
        OptionalInt.empty(),
        Set.of(Scope.USER),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        EnumSet.of(EventKind.CALL, EventKind.LINE, EventKind.RETURN),
        OptionalLong.empty());
  }
}
