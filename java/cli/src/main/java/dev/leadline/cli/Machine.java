package dev.leadline.cli;

import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;

/** How interpreters are looked for on this machine. */
record Machine(InterpreterFinder finder, InterpreterChoice choice) {

  /** By a user with these streams; directory: where interpreters are asked who they are. */
  static Machine of(Streams streams, Path directory) {
    Surroundings surroundings =
        Surroundings.ofThisMachine(streams.environment(), streams.directory());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, directory);
    InterpreterFinder finder = new InterpreterFinder(surroundings, probe);
    return new Machine(finder, new InterpreterChoice(surroundings, probe, finder));
  }
}
