package dev.leadline.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fixes the order of sets in programs that are compared: with a random seed of its own, each run of
 * CPython has another.
 */
final class HashSeed {

  private static final String NAME = "PYTHONHASHSEED";

  /** The value that Leadline sets. */
  static final String FIXED = "0";

  private HashSeed() {}

  /** Whether Leadline sets it, since the user has not. */
  static boolean isFixed(Map<String, Optional<String>> changes, Streams streams) {
    return changes
        .getOrDefault(NAME, Optional.ofNullable(streams.environment().get(NAME)))
        .filter(value -> !value.isEmpty())
        .isEmpty();
  }

  /** The changes to the environment, and the seed where the user has none. */
  static Map<String, Optional<String>> in(Map<String, Optional<String>> changes, Streams streams) {
    Map<String, Optional<String>> seeded = new HashMap<>(changes);
    if (isFixed(changes, streams)) {
      seeded.put(NAME, Optional.of(FIXED));
    }
    return seeded;
  }
}
