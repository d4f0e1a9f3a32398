package dev.leadline.check.expect;

import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Execution.FunctionTime;
import dev.leadline.filter.Glob;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Activations that a verdict is about, and verdicts that show one. */
public final class Finding {

  private Finding() {}

  /** What ran and is so, as the very objects that the activations have. */
  public static Set<Definition> definitions(Execution execution, Predicate<Definition> wanted) {
    Set<Definition> found = Collections.newSetFromMap(new IdentityHashMap<>());
    execution.times().stream().map(FunctionTime::definition).filter(wanted).forEach(found::add);
    return found;
  }

  /** The first activation, in the order of the calls, of which this is true. */
  public static OptionalInt first(Execution execution, IntPredicate wanted) {
    return IntStream.range(0, execution.facts().activations()).filter(wanted).findFirst();
  }

  /** The call with that number, from 1, of one of these. */
  public static OptionalInt call(Execution execution, Set<Definition> wanted, long number) {
    return IntStream.range(0, execution.facts().activations())
        .filter(each -> wanted.contains(execution.definition(each)))
        .skip(number - 1)
        .findFirst();
  }

  /** It fails, as this call shows. */
  public static Verdict at(Execution execution, int activation, String message) {
    return Verdict.fails(message)
        .with(TreePiece.around(execution, activation), Spots.ofCall(execution, activation));
  }

  /** It fails since nothing that the glob names was called; perhaps another name was meant. */
  public static Verdict missing(Execution execution, Glob function, String message) {
    Optional<Definition> like = SimilarNames.like(function.toString(), execution);
    if (like.isEmpty()) {
      return Verdict.fails(message);
    }
    Definition meant = like.get();
    return Verdict.fails(message + "; did you mean " + meant.key().qualname() + "?")
        .with(List.of(), Spots.of(meant, execution.facts().header()));
  }

  /** A function that ran and is called nearly as one that did not. */
  private static final class SimilarNames {

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
}
