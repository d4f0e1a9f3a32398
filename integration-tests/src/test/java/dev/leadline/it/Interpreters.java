package dev.leadline.it;

import dev.leadline.interpreter.FoundInterpreter;
import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The interpreters that the tests run on: one of each X.Y that the product's own finder finds, or
 * those of them that {@code LEADLINE_REQUIRED_PYTHONS} names.
 */
final class Interpreters {

  private static final Map<Version, Interpreter> FOUND = find();

  private Interpreters() {}

  /** What the environment says must be there, as {@code 3.6,3.7}; empty where it says nothing. */
  static List<String> required() {
    String names = System.getenv().getOrDefault("LEADLINE_REQUIRED_PYTHONS", "");
    return Arrays.stream(names.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /** Every X.Y that was found. */
  static Collection<Version> versionsFound() {
    return FOUND.keySet();
  }

  /** The interpreters to run on, oldest first. */
  static List<Interpreter> all() {
    List<String> required = required();
    return FOUND.entrySet().stream()
        .filter(entry -> required.isEmpty() || required.contains(entry.getKey().toString()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The newest of them. */
  static Interpreter newest() {
    List<Interpreter> all = all();
    return all.get(all.size() - 1);
  }

  static Version version(Interpreter interpreter) {
    return new Version(interpreter.version().major(), interpreter.version().minor());
  }

  private static Map<Version, Interpreter> find() {
    Path here = Path.of("").toAbsolutePath();
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, here);
    Surroundings surroundings = Surroundings.ofThisMachine(System.getenv(), here);
    Map<Version, Interpreter> found = new TreeMap<>();
    for (FoundInterpreter one : new InterpreterFinder(surroundings, probe).find()) {
      if (one.probed() instanceof Interpreter interpreter && !interpreter.freeThreaded()) {
        found.putIfAbsent(version(interpreter), interpreter);
      }
    }
    return found;
  }

  /** X.Y of a CPython. */
  record Version(int major, int minor) implements Comparable<Version> {

    static Version parse(String text) {
      String[] parts = text.split("\\.", -1);
      return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean atLeast(String other) {
      return compareTo(parse(other)) >= 0;
    }

    @Override
    public int compareTo(Version other) {
      return major != other.major
          ? Integer.compare(major, other.major)
          : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }
}
