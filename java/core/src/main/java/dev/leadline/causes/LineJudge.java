package dev.leadline.causes;

import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.PlainCauses;
import dev.leadline.execution.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges lines that differ: the program first, then the catalogue, and each line by itself. */
final class LineJudge {

  private static final Set<String> UNNAMED = Set.of("<lambda>", "<genexpr>", "<module>");

  private LineJudge() {}

  static Cause judge(Evidence evidence) {
    Activation older = evidence.older().orElseThrow();
    Activation younger = evidence.younger().orElseThrow();
    if (evidence.facts().isEmpty()) {
      return unexplained("the source is not at hand, which would tell what stands at these lines");
    }
    SourceFacts facts = evidence.facts().get();
    if (!matches(older, facts) || !matches(younger, facts)) {
      return unexplained("the source at hand is not the one that ran");
    }
    return judge(new LineEvidence(older, younger, evidence.releases(), facts));
  }

  private static Cause judge(LineEvidence evidence) {
    List<LineChange> changes = evidence.changes();
    Optional<LineChange> branch =
        changes.stream().filter(change -> OtherBranch.took(change, evidence)).findFirst();
    if (branch.isPresent()) {
      return program(branch.get());
    }
    return changes.isEmpty() ? order(evidence) : lines(changes, evidence);
  }

  private static Cause lines(List<LineChange> changes, LineEvidence evidence) {
    Map<String, Cause> causes = new LinkedHashMap<>();
    for (LineChange change : changes) {
      Optional<Cause> cause = known(change, evidence);
      if (cause.isEmpty()) {
        return unexplained(
            "line %d was told of %d times by the older interpreter and %d times by the younger"
                .formatted(change.lineno(), change.older(), change.younger()));
      }
      causes.putIfAbsent(cause.get().id(), cause.get());
    }
    return joined(new ArrayList<>(causes.values()));
  }

  /** The same lines, equally often, in another order. */
  private static Cause order(LineEvidence evidence) {
    return evidence.lines().stream()
        .map(line -> known(evidence.at(line), evidence))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> unexplained("the same lines ran in another order"));
  }

  private static Optional<Cause> known(LineChange change, LineEvidence evidence) {
    return LineCatalogue.ENTRIES.stream()
        .map(entry -> entry.explain(change, evidence))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Several at once in one function: they are told together. */
  private static Cause joined(List<Cause> causes) {
    if (causes.size() == 1) {
      return causes.get(0);
    }
    return new Cause(
        causes.stream().map(Cause::id).sorted().collect(Collectors.joining("+")),
        Category.COMPILER,
        causes.stream().map(Cause::title).collect(Collectors.joining("; ")),
        causes.stream().map(Cause::source).distinct().collect(Collectors.joining(", ")),
        causes.stream().map(Cause::why).collect(Collectors.joining("; ")));
  }

  private static boolean matches(Activation activation, SourceFacts facts) {
    String name = activation.definition().name();
    return UNNAMED.contains(name) || facts.defines(name, activation.definition().firstlineno());
  }

  private static Cause program(LineChange change) {
    String why =
        change.onOneSide()
            ? "line %d ran on one side only".formatted(change.lineno())
            : "line %d ran %d times on the older interpreter and %d times on the younger"
                .formatted(change.lineno(), change.older(), change.younger());
    return because(PlainCauses.PROGRAM, why);
  }

  private static Cause unexplained(String why) {
    return because(PlainCauses.UNEXPLAINED, why);
  }

  private static Cause because(Cause cause, String why) {
    return new Cause(cause.id(), cause.category(), cause.title(), cause.source(), why);
  }
}
