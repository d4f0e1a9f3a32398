package dev.leadline.cli.option;

import dev.leadline.cli.output.Streams;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a program's environment has otherwise than that of this process. */
public final class ProgramEnvironment {

  private static final String SEED = "PYTHONHASHSEED";

  /** The value of the seed that Leadline sets. */
  static final String FIXED_SEED = "0";

  private static final String MARK = "LEADLINE_USER_";

  private ProgramEnvironment() {}

  /**
   * Takes back what the launcher script changed for the JVM's sake: a variable {@code
   * LEADLINE_USER_X} holds {@code =} and what the user's {@code X} was, or nothing where there was
   * no {@code X}.
   *
   * @return variables to set, or to remove where there is no value
   */
  public static Map<String, Optional<String>> changes(Map<String, String> environment) {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(MARK)) {
            changes.put(name, Optional.empty());
            changes.put(name.substring(MARK.length()), original(value));
          }
        });
    return changes;
  }

  private static Optional<String> original(String saved) {
    return saved.startsWith("=") ? Optional.of(saved.substring(1)) : Optional.empty();
  }

  /** Whether Leadline sets the seed of hashes, since the user has not. */
  static boolean hasFixedSeed(Map<String, Optional<String>> changes, Streams streams) {
    return changes
        .getOrDefault(SEED, Optional.ofNullable(streams.environment().get(SEED)))
        .filter(value -> !value.isEmpty())
        .isEmpty();
  }

  /**
   * The changes, with a fixed seed where the user has none: each run of CPython would have a random
   * one, and so another order of sets.
   */
  public static Map<String, Optional<String>> withSeed(
      Map<String, Optional<String>> changes, Streams streams) {
    Map<String, Optional<String>> seeded = new HashMap<>(changes);
    if (hasFixedSeed(changes, streams)) {
      seeded.put(SEED, Optional.of(FIXED_SEED));
    }
    return seeded;
  }
}
