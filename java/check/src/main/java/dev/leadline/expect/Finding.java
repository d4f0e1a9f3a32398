package dev.leadline.expect;

import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.execution.FunctionTime;
import dev.leadline.filter.Glob;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Activations that a verdict is about, and verdicts that show one. */
final class Finding {

  private Finding() {}

  /** What ran and is so, as the very objects that the activations have. */
  static Set<Definition> definitions(Execution execution, Predicate<Definition> wanted) {
    Set<Definition> found = Collections.newSetFromMap(new IdentityHashMap<>());
    execution.times().stream().map(FunctionTime::definition).filter(wanted).forEach(found::add);
    return found;
  }

  /** The first activation, in the order of the calls, of which this is true. */
  static OptionalInt first(Execution execution, IntPredicate wanted) {
    return IntStream.range(0, execution.facts().activations()).filter(wanted).findFirst();
  }

  /** The call with that number, from 1, of one of these. */
  static OptionalInt call(Execution execution, Set<Definition> wanted, long number) {
    return IntStream.range(0, execution.facts().activations())
        .filter(each -> wanted.contains(execution.definition(each)))
        .skip(number - 1)
        .findFirst();
  }

  /** It fails, as this call shows. */
  static Verdict at(Execution execution, int activation, String message) {
    return Verdict.fails(message)
        .with(TreePiece.around(execution, activation), Spots.ofCall(execution, activation));
  }

  /** It fails since nothing that the glob names was called; perhaps another name was meant. */
  static Verdict missing(Execution execution, Glob function, String message) {
    Optional<Definition> like = SimilarNames.like(function.toString(), execution);
    if (like.isEmpty()) {
      return Verdict.fails(message);
    }
    Definition meant = like.get();
    return Verdict.fails(message + "; did you mean " + meant.key().qualname() + "?")
        .with(List.of(), Spots.of(meant, execution.facts().header()));
  }
}
