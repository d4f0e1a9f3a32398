package dev.leadline.check.expect;

import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Places in the source of the program: relative to the directory where it ran, or absolute. */
public final class Spots {

  private Spots() {}

  /** Where an activation was called; where its function begins, if that was not recorded. */
  public static Optional<Place> ofCall(Execution execution, int number) {
    Header header = execution.facts().header();
    int caller = execution.caller(number);
    int line = execution.activation(number).callerLine();
    return caller == Execution.NONE || line == TraceEvent.NO_LINENO
        ? of(execution.definition(number), header)
        : of(execution.definition(caller).file(), line, header);
  }

  /** The last line that an activation was seen at by an exception; else where it begins. */
  public static Optional<Place> ofException(Execution execution, int number) {
    Activation activation = execution.activation(number);
    int count = activation.exceptions().size();
    return count == 0
        ? of(activation.definition(), execution.facts().header())
        : of(
            activation.definition().file(),
            activation.exceptions().get(count - 1).lineno(),
            execution.facts().header());
  }

  /** Where a function begins. */
  public static Optional<Place> of(Definition function, Header header) {
    return of(function.file(), function.firstlineno(), header);
  }

  /** A line of a file, as CPython called it; none in code that has no file. */
  public static Optional<Place> of(String file, int line, Header header) {
    if (file.isEmpty() || file.startsWith("<")) {
      return Optional.empty();
    }
    try {
      Path directory = Path.of(header.cwd()).normalize();
      Path path = directory.resolve(file).normalize();
      Path shown = path.startsWith(directory) ? directory.relativize(path) : path;
      return Optional.of(new Place(shown.toString().replace('\\', '/'), Math.max(line, 0)));
    } catch (InvalidPathException e) {
      return Optional.empty(); // a name that this system cannot have
    }
  }

  /** The same as text; the name of the file if it is not a path. */
  public static String text(String file, int line, Header header) {
    return of(file, line, header).map(Place::toString).orElse(file);
  }
}
