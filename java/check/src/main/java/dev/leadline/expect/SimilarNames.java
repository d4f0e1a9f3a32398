package dev.leadline.expect;

import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.FunctionTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A function that ran and is called nearly as one that did not. */
final class SimilarNames {

  private record Guess(Definition function, int distance) {}

  private SimilarNames() {}

  /** The function that was meant, perhaps: at most every third letter is another one. */
  static Optional<Definition> like(String name, Execution execution) {
    return execution.times().stream()
        .map(FunctionTime::definition)
        .filter(function -> !function.isModule())
        .map(function -> new Guess(function, distance(name, function)))
        .filter(guess -> guess.distance() <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(Guess::distance))
        .map(Guess::function);
  }

  private static int distance(String name, Definition function) {
    return Stream.of(function.name(), function.key().qualname())
        .mapToInt(other -> distance(name, other))
        .min()
        .orElseThrow();
  }

  /** Letters to add, to leave out or to exchange (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
