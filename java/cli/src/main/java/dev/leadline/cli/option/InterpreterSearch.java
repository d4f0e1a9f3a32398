package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;

/** How interpreters are looked for on this machine. */
public record InterpreterSearch(InterpreterFinder finder, InterpreterChoice choice) {

  /** By a user with these streams; directory: where interpreters are probed. */
  public static InterpreterSearch of(Streams streams, Path directory) {
    Surroundings surroundings =
        Surroundings.ofThisMachine(streams.environment(), streams.directory());
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, directory);
    InterpreterFinder finder = new InterpreterFinder(surroundings, probe);
    return new InterpreterSearch(finder, new InterpreterChoice(surroundings, probe, finder));
  }
}
