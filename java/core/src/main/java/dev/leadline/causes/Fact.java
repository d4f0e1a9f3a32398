package dev.leadline.causes;

import java.util.Objects;

/**
 * One thing that stands in a source file.
 *
 * @param kind what it is
 * @param first its first line
 * @param last its last line
 * @param name its name, {@code -} where it has none
 */
public record Fact(FactKind kind, int first, int last, String name) {

  public Fact {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (last < first) {
      throw new IllegalArgumentException("%s from %d to %d".formatted(kind, first, last));
    }
  }

  boolean covers(int line) {
    return first <= line && line <= last;
  }

  int length() {
    return last - first;
  }
}
