package dev.leadline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes back what the launcher script changed in the environment for the JVM's sake: a variable
 * {@code LEADLINE_USER_X} holds {@code =} and what the user's {@code X} was, or nothing where there
 * was no {@code X}. The program must see what the user has.
 */
final class UserEnvironment {

  private static final String MARK = "LEADLINE_USER_";

  private UserEnvironment() {}

  /** Variables to set, or to remove where there is no value. */
  static Map<String, Optional<String>> changes(Map<String, String> environment) {
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
}
