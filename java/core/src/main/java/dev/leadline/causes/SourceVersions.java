package dev.leadline.causes;

import dev.leadline.causes.KnownCause.Known;
import dev.leadline.compare.Cause;
import dev.leadline.compare.CauseFinder.Sides;
import dev.leadline.compare.Difference;
import dev.leadline.compare.Difference.Occurrence;
import dev.leadline.event.Scope;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution.ExecutionFacts;
import dev.leadline.source.SourceAccess;
import dev.leadline.source.SourceFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows files of the interpreters' library and of installed packages that are others on the two
 * sides. What functions of such a file do otherwise, they do as they are written, whichever way it
 * is compared: lines and calls of two sources cannot be held against each other. Frozen modules are
 * compiled into the interpreter and have no file: those of two versions count as two sources. For
 * several threads.
 */
final class SourceVersions {

  private static final int PAIRS = 1_000;

  private static final Known LIBRARY =
      new Known(
          "library-source",
          "the interpreters come with other sources of their library",
          "What's New of the younger release");
  private static final Known PACKAGE =
      new Known("package-source", "an installed package is there in another version", "");

  private static final Set<Scope> FROM_LIBRARY = EnumSet.of(Scope.STDLIB, Scope.FROZEN);

  private record Two(SourceFile left, SourceFile right) {}

  private final SourceAccess access;
  private final Map<Two, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Two, Boolean> eldest) {
          return size() > PAIRS;
        }
      };

  /**
   * Of traces that may name these files.
   *
   * @param access what they are trusted to name
   */
  SourceVersions(SourceAccess access) {
    this.access = access;
  }

  /** The cause, where the file that the difference is in has two sources. */
  Optional<Cause> explain(Difference difference, Sides sides) {
    Optional<Definition> left = place(difference.left(), difference.leftCaller(), difference);
    Optional<Definition> right = place(difference.right(), difference.rightCaller(), difference);
    if (left.isEmpty() || right.isEmpty() || !areTwo(left.get(), right.get(), sides)) {
      return Optional.empty();
    }
    String why = "the two interpreters have different sources of " + left.get().key().file();
    return left.get().scope() == Scope.SITE ? PACKAGE.program(why) : LIBRARY.runtime(why);
  }

  private boolean areTwo(Definition left, Definition right, Sides sides) {
    Set<Scope> scopes = EnumSet.of(left.scope(), right.scope());
    if (scopes.contains(Scope.FROZEN)) { // a module may be frozen in one of them alone
      return FROM_LIBRARY.containsAll(scopes)
          && !version(sides.left()).equals(version(sides.right()));
    }
    return scopes.size() == 1
        && (scopes.contains(Scope.STDLIB) || scopes.contains(Scope.SITE))
        && differ(left, right, sides);
  }

  private static String version(ExecutionFacts execution) {
    return execution.header().python().version();
  }

  /** What differs: the function itself, or its caller where one side alone called it. */
  private static Optional<Definition> place(
      Optional<Occurrence> own, Optional<Activation> caller, Difference difference) {
    boolean both = difference.left().isPresent() && difference.right().isPresent();
    return (both ? own.map(Occurrence::activation) : caller).map(Activation::definition);
  }

  private synchronized boolean differ(Definition left, Definition right, Sides sides) {
    Optional<SourceFile> one = find(left, sides.left());
    Optional<SourceFile> other = find(right, sides.right());
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    return known.computeIfAbsent(
        new Two(one.get(), other.get()), files -> differ(files.left(), files.right()));
  }

  private Optional<SourceFile> find(Definition definition, ExecutionFacts execution) {
    return access.of(execution.header(), execution.sources()).find(definition.file());
  }

  private static boolean differ(SourceFile left, SourceFile right) {
    try {
      return !left.equals(right) && !Arrays.equals(left.read(), right.read());
    } catch (IOException e) {
      return false; // what cannot be read is not known to be another
    }
  }
}
