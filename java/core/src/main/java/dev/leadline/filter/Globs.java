package dev.leadline.filter;

import dev.leadline.filter.Glob.BadGlobException;
import java.util.List;

/** Globs of which one is enough. */
final class Globs {

  private final List<Glob> globs;

  /**
   * Reads them.
   *
   * @param field where a recording has them
   * @throws BadGlobException if one cannot be read; it names the field
   */
  Globs(String field, List<String> texts) {
    try {
      globs = texts.isEmpty() ? List.of() : texts.stream().map(Glob::compile).toList();
    } catch (BadGlobException e) {
      throw new BadGlobException("\"recording." + field + "\": " + e.getMessage());
    }
  }

  boolean isEmpty() {
    return globs.isEmpty();
  }

  boolean matchAnyOf(List<String> names) {
    return globs.stream().anyMatch(glob -> names.stream().anyMatch(glob::matches));
  }
}
