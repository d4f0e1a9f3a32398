package dev.leadline.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadline.interpreter.Interpreter;
import dev.leadline.interpreter.InterpreterFinder;
import dev.leadline.interpreter.InterpreterFinder.FoundInterpreter;
import dev.leadline.interpreter.InterpreterProbe;
import dev.leadline.interpreter.PythonVersion;
import dev.leadline.interpreter.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The interpreters that the tests run on, of those that the product's own finder finds: all, or
 * what {@code LEADLINE_REQUIRED_PYTHONS} names. {@code 3.12,3.13x2} is one release of 3.12 and two
 * of 3.13.
 */
final class Interpreters {

  private static final Pattern OPTION = Pattern.compile("--python (3\\.\\d+)\\b");
  private static final Map<Version, List<Interpreter>> FOUND = find();

  private Interpreters() {}

  /** How many releases of each X.Y must be there; empty where the environment says nothing. */
  static Map<Version, Integer> required() {
    String names = System.getenv().getOrDefault("LEADLINE_REQUIRED_PYTHONS", "");
    Map<Version, Integer> required = new TreeMap<>();
    for (String name : names.split("[,\\s]+")) {
      if (!name.isEmpty()) {
        String[] parts = name.split("x", 2);
        required.put(Version.parse(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
      }
    }
    return required;
  }

  /** How many releases of each X.Y were found. */
  static Map<Version, Integer> found() {
    Map<Version, Integer> found = new TreeMap<>();
    FOUND.forEach((version, releases) -> found.put(version, releases.size()));
    return found;
  }

  /** One interpreter of each X.Y, the first that was found, oldest first. */
  static List<Interpreter> all() {
    return releases(1);
  }

  /** Every release, oldest first: one that differs within its version has tests of its own. */
  static List<Interpreter> releases() {
    return releases(Integer.MAX_VALUE);
  }

  private static List<Interpreter> releases(int most) {
    Map<Version, Integer> required = required();
    return FOUND.entrySet().stream()
        .flatMap(
            entry -> {
              int wanted = required.isEmpty() ? most : required.getOrDefault(entry.getKey(), 0);
              return entry.getValue().stream().limit(Math.min(most, wanted));
            })
        .toList();
  }

  /**
   * Skips the test where an interpreter that a command names is not there: {@code --python 3.9}.
   */
  static void assumeThoseOf(String command) {
    for (MatchResult option : OPTION.matcher(command).results().toList()) {
      Version version = Version.parse(option.group(1));
      assumeTrue(FOUND.containsKey(version), () -> "there is no Python " + version);
    }
  }

  /** Whether a command names its interpreter. */
  static boolean areNamedBy(String command) {
    return OPTION.matcher(command).find();
  }

  /** The newest of them. */
  static Interpreter newest() {
    List<Interpreter> all = all();
    return all.get(all.size() - 1);
  }

  static Version version(Interpreter interpreter) {
    return new Version(interpreter.version().major(), interpreter.version().minor());
  }

  private static Map<Version, List<Interpreter>> find() {
    Path here = Path.of("").toAbsolutePath();
    InterpreterProbe probe = new InterpreterProbe(InterpreterProbe.DEFAULT_LIMIT, here);
    Surroundings surroundings = Surroundings.ofThisMachine(System.getenv(), here);
    Map<Version, List<Interpreter>> found = new TreeMap<>();
    for (FoundInterpreter one : new InterpreterFinder(surroundings, probe).find()) {
      if (one.probed() instanceof Interpreter interpreter && !interpreter.freeThreaded()) {
        List<Interpreter> releases =
            found.computeIfAbsent(version(interpreter), version -> new ArrayList<>());
        if (releases.stream().noneMatch(same -> same.version().equals(interpreter.version()))) {
          releases.add(interpreter);
        }
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

    boolean isOf(PythonVersion release) {
      return major == release.major() && minor == release.minor();
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
