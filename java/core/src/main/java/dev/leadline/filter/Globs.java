package dev.leadline.filter;

import java.util.List;

/** Globs of which one is enough. */
final class Globs {

  private final List<Glob> globs;

  Globs(List<String> texts) {
    globs = texts.isEmpty() ? List.of() : texts.stream().map(Glob::compile).toList();
  }

  boolean isEmpty() {
    return globs.isEmpty();
  }

  boolean matchAnyOf(List<String> names) {
    return globs.stream().anyMatch(glob -> names.stream().anyMatch(glob::matches));
  }
}
