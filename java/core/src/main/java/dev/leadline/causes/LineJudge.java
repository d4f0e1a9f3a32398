package dev.leadline.causes;

import dev.leadline.causes.KnownCause.Known;
import dev.leadline.causes.LineEvidence.LineChange;
import dev.leadline.compare.Cause;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.execution.Activation;
import dev.leadline.execution.Activation.SeenException;
import dev.leadline.execution.Definition;
import dev.leadline.execution.LineSequence;
import dev.leadline.execution.Outcome;
import dev.leadline.flow.ControlFlow;
import dev.leadline.flow.PathSearch;
import dev.leadline.flow.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges lines that differ: whether the same statements ran in the same order, and where they did,
 * what is known of these lines.
 */
final class LineJudge {

  /** All that these run is part of one statement. */
  private static final Set<String> WITHIN_A_STATEMENT = Set.of("<lambda>", "<genexpr>");

  /** What no entry of the catalogue knows. */
  private static final Known LINE_TABLE =
      new Known(
          "line-table", "the compiler's line table: the same statements ran in the same order", "");

  private static final String SAME_STATEMENTS =
      "one path through the source fits what both interpreters reported";

  private LineJudge() {}

  static Cause judge(KnownCause.Evidence evidence) {
    Activation older = evidence.older().orElseThrow();
    Activation younger = evidence.younger().orElseThrow();
    if (evidence.facts().isEmpty()) {
      return unexplained("the source is missing, which would show what is at these lines");
    }
    SourceFacts facts = evidence.facts().get();
    LineEvidence lines = new LineEvidence(older, younger, evidence.releases(), facts);
    if (WITHIN_A_STATEMENT.contains(older.definition().name())) {
      return older.exits() == younger.exits()
          ? named(lines)
          : because(
              PlainCauses.PROGRAM,
              "it gave %d values on the older interpreter and %d on the younger"
                  .formatted(older.exits(), younger.exits()));
    }
    if (!matches(older, facts) || !matches(younger, facts)) {
      return unexplained("the source that was read is not the one that ran");
    }
    return facts
        .flow(older.definition().name(), older.definition().firstlineno())
        .map(flow -> judge(lines, flow))
        .orElseGet(() -> unexplained("the source that was read is not the one that ran"));
  }

  private static Cause judge(LineEvidence evidence, ControlFlow flow) {
    PathSearch search =
        new PathSearch(
            flow,
            recorded(evidence.older(), evidence.releases().older()),
            recorded(evidence.younger(), evidence.releases().younger()));
    return switch (search.result()) {
      case SAME -> named(evidence);
      case OTHER -> program(search);
      case UNKNOWN -> unexplained("too many paths through its source fit what was recorded");
    };
  }

  private static Recorded recorded(Activation activation, Release release) {
    return new Recorded(
        activation.sequence(),
        release.minor(),
        activation.outcome().kind() == Outcome.Kind.RETURNED && !endedUnseen(activation));
  }

  /**
   * Whether it was closed, or ended by what never leaves a generator: that is reported as a return.
   */
  private static boolean endedUnseen(Activation activation) {
    List<SeenException> seen = activation.exceptions();
    LineSequence lines = activation.sequence();
    if (seen.isEmpty() || lines.size() == 0) {
      return false;
    }
    SeenException last = seen.get(seen.size() - 1);
    return last.type().equals("GeneratorExit")
        || EndOfIteration.TYPES.contains(last.type())
            && -last.lineno() == lines.line(lines.size() - 1);
  }

  /** The same path: what is known of the lines that differ. */
  private static Cause named(LineEvidence evidence) {
    List<LineChange> changes = evidence.changes();
    List<LineChange> looked =
        changes.isEmpty() ? evidence.lines().stream().map(evidence::at).toList() : changes;
    Map<String, Cause> causes = new LinkedHashMap<>();
    for (LineChange change : looked) {
      Optional<Cause> known = known(change, evidence);
      known.ifPresent(cause -> causes.putIfAbsent(cause.id(), cause));
      if (known.isEmpty() && !changes.isEmpty()) {
        Cause unnamed = LINE_TABLE.compiler(SAME_STATEMENTS).orElseThrow();
        causes.putIfAbsent(unnamed.id(), unnamed);
      } else if (known.isPresent() && changes.isEmpty()) {
        break;
      }
    }
    return causes.isEmpty()
        ? LINE_TABLE.compiler(SAME_STATEMENTS).orElseThrow()
        : joined(new ArrayList<>(causes.values()));
  }

  private static Optional<Cause> known(LineChange change, LineEvidence evidence) {
    return LineCatalogue.ENTRIES.stream()
        .map(entry -> entry.explain(change, evidence))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Several at once in one function: they are reported together. */
  private static Cause joined(List<Cause> causes) {
    if (causes.size() == 1) {
      return causes.get(0);
    }
    return new Cause(
        causes.stream().map(Cause::id).sorted().collect(Collectors.joining("+")),
        Category.COMPILER,
        causes.stream().map(Cause::title).collect(Collectors.joining("; ")),
        causes.stream()
            .map(Cause::source)
            .filter(source -> !source.isEmpty())
            .distinct()
            .collect(Collectors.joining(", ")),
        causes.stream().map(Cause::why).collect(Collectors.joining("; ")));
  }

  private static boolean matches(Activation activation, SourceFacts facts) {
    Definition definition = activation.definition();
    return definition.isModule() || facts.defines(definition.name(), definition.firstlineno());
  }

  private static Cause program(PathSearch search) {
    String why =
        "the paths part where the older interpreter %s and the younger %s"
            .formatted(goesOn(search.leftLine()), goesOn(search.rightLine()));
    return because(PlainCauses.PROGRAM, why);
  }

  private static String goesOn(int line) {
    return line < 0 ? "ends" : "goes on in line " + line;
  }

  private static Cause unexplained(String why) {
    return because(PlainCauses.UNEXPLAINED, why);
  }

  private static Cause because(Cause cause, String why) {
    return new Cause(cause.id(), cause.category(), cause.title(), cause.source(), why);
  }
}
