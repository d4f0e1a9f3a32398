package dev.leadline.check.expect.values;

import dev.leadline.check.expect.Completeness;
import dev.leadline.check.expect.Finding;
import dev.leadline.check.expect.Functions;
import dev.leadline.check.expect.Place;
import dev.leadline.check.expect.Quantifier;
import dev.leadline.check.expect.Spots;
import dev.leadline.check.expect.TreePiece;
import dev.leadline.check.expect.Verdict;
import dev.leadline.check.expect.Wording;
import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the collected values say.
 *
 * @param function whose they are
 * @param verb what a call does with one: {@code returned}, {@code got price}
 * @param value as which they are expected
 * @param quantifier of how many calls it is expected
 */
record ValueVerdict(Glob function, String verb, Glob value, Quantifier quantifier) {

  /** The recording that has values of this kind besides what {@code base} asks for. */
  static Recording recording(Recording base, ValueKind kind) {
    Set<ValueKind> kinds = EnumSet.of(kind);
    kinds.addAll(base.values());
    return base.withValues(kinds, base.redact())
        .withEvents(EnumSet.of(EventKind.CALL, EventKind.RETURN));
  }

  /** Judges values of which there is one at least. */
  Verdict of(ValueCollector collected, Execution execution) {
    boolean holds =
        switch (quantifier) {
          case ALWAYS -> collected.missed() == 0;
          case EVER -> collected.missed() + collected.redacted() < collected.values();
        };
    if (collected.redacted() > 0 && !(holds && quantifier == Quantifier.EVER)) {
      return Verdict.unknown("its value is not recorded, since its name looks like a secret's");
    }
    if (!holds) {
      Verdict fails =
          Verdict.fails(message(collected))
              .with(detail(collected, execution), spot(collected, execution));
      return quantifier == Quantifier.ALWAYS ? fails : Completeness.required(execution, fails);
    }
    return quantifier == Quantifier.EVER
        ? Verdict.holds()
        : Completeness.required(execution, Verdict.holds());
  }

  private String message(ValueCollector collected) {
    ValueCollector.Miss first = collected.misses().get(0);
    String of =
        collected.values() == 1
            ? ""
            : " in " + collected.missed() + " of " + collected.values() + " calls";
    return switch (quantifier) {
      case ALWAYS ->
          verb + " " + first.text() + more(collected) + of + ", expected always " + value;
      case EVER ->
          "never " + verb + " " + value + " in " + calls(collected) + ", but " + first.text();
    };
  }

  /** Whether they are not all the same. */
  private static String more(ValueCollector collected) {
    boolean same =
        collected.misses().stream().map(ValueCollector.Miss::text).distinct().count() == 1;
    return same ? "" : " and others";
  }

  private static String calls(ValueCollector collected) {
    return Wording.count(collected.values(), "call");
  }

  private List<String> detail(ValueCollector collected, Execution execution) {
    Header header = execution.facts().header();
    List<String> lines = new ArrayList<>();
    for (ValueCollector.Miss miss : collected.misses()) {
      String at = Spots.text(miss.code().file(), miss.lineno(), header);
      lines.add("call " + miss.call() + " " + verb + " " + miss.text() + "  " + at);
    }
    if (collected.missed() > collected.misses().size()) {
      lines.add("and " + (collected.missed() - collected.misses().size()) + " more");
    }
    Set<Definition> wanted = new Functions(function).in(execution);
    OptionalInt call = Finding.call(execution, wanted, collected.misses().get(0).call());
    call.ifPresent(number -> lines.addAll(TreePiece.around(execution, number)));
    return lines;
  }

  private static Optional<Place> spot(ValueCollector collected, Execution execution) {
    ValueCollector.Miss first = collected.misses().get(0);
    return Spots.of(first.code().file(), first.lineno(), execution.facts().header());
  }
}
