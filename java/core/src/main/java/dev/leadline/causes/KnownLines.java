package dev.leadline.causes;

import dev.leadline.causes.LineEvidence.LineChange;
import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.event.TraceEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * An entry that knows its lines by what stands there in the source.
 *
 * @param id stable name
 * @param title one clause for a person
 * @param source where it is written down
 * @param why one sentence with {@code %s} for the number of the line
 * @param changes releases at which it changed; one of them must part the two interpreters
 * @param kinds one of these must be at the line
 * @param further what else must hold
 */
record KnownLines(
    String id,
    String title,
    String source,
    String why,
    List<Release> changes,
    Set<FactKind> kinds,
    BiPredicate<LineChange, LineEvidence> further) {

  KnownLines {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(why, "why");
    changes = List.copyOf(changes);
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(further, "further");
  }

  /** Begins an entry. */
  static KnownLines of(String id, String title, String source) {
    return new KnownLines(id, title, source, "", List.of(), Set.of(), (change, evidence) -> true);
  }

  /** The releases of 3 at which it changed. */
  KnownLines changedIn(Release... releases) {
    return new KnownLines(id, title, source, why, List.of(releases), kinds, further);
  }

  /** What one of stands at the line. */
  KnownLines at(FactKind first, FactKind... rest) {
    return new KnownLines(id, title, source, why, changes, EnumSet.of(first, rest), further);
  }

  KnownLines where(BiPredicate<LineChange, LineEvidence> condition) {
    return new KnownLines(id, title, source, why, changes, kinds, further.and(condition));
  }

  KnownLines because(String reason) {
    return new KnownLines(id, title, source, reason, changes, kinds, further);
  }

  /** The cause, if the evidence for this line is that of this entry. */
  Optional<Cause> explain(LineChange change, LineEvidence evidence) {
    boolean parted = changes.stream().anyMatch(evidence.releases()::partedBy);
    return parted
            && evidence.facts().hasAny(kinds, change.lineno())
            && further.test(change, evidence)
        ? Optional.of(
            new Cause(
                id,
                Category.COMPILER,
                title,
                source,
                why.formatted(TraceEvent.linenoText(change.lineno()))))
        : Optional.empty();
  }
}
