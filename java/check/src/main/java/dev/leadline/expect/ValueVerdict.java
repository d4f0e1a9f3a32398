package dev.leadline.expect;

import dev.leadline.event.Header;
import dev.leadline.execution.Definition;
import dev.leadline.execution.Execution;
import dev.leadline.filter.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What values that were heard say.
 *
 * @param function whose they are
 * @param verb what a call does with one: {@code returned}, {@code got price}
 * @param value as which they are expected
 * @param quantifier of how many calls it is expected
 */
record ValueVerdict(Glob function, String verb, Glob value, Quantifier quantifier) {

  /** Judges values of which there is one at least. */
  Verdict of(ValuesHeard heard, Execution execution) {
    boolean holds =
        switch (quantifier) {
          case ALWAYS -> heard.missed() == 0;
          case EVER -> heard.missed() + heard.redacted() < heard.values();
        };
    if (heard.redacted() > 0 && !(holds && quantifier == Quantifier.EVER)) {
      return Verdict.unknown("its value is not recorded, since its name looks like a secret's");
    }
    if (!holds) {
      Verdict fails =
          Verdict.fails(message(heard)).with(detail(heard, execution), spot(heard, execution));
      return quantifier == Quantifier.ALWAYS ? fails : Completeness.required(execution, fails);
    }
    return quantifier == Quantifier.EVER
        ? Verdict.holds()
        : Completeness.required(execution, Verdict.holds());
  }

  private String message(ValuesHeard heard) {
    ValuesHeard.Miss first = heard.misses().get(0);
    String of =
        heard.values() == 1 ? "" : " in " + heard.missed() + " of " + heard.values() + " calls";
    return switch (quantifier) {
      case ALWAYS -> verb + " " + first.text() + more(heard) + of + ", expected always " + value;
      case EVER -> "never " + verb + " " + value + " in " + calls(heard) + ", but " + first.text();
    };
  }

  /** Whether they are not all the same. */
  private static String more(ValuesHeard heard) {
    boolean same = heard.misses().stream().map(ValuesHeard.Miss::text).distinct().count() == 1;
    return same ? "" : " and others";
  }

  private static String calls(ValuesHeard heard) {
    return Wording.count(heard.values(), "call");
  }

  private List<String> detail(ValuesHeard heard, Execution execution) {
    Header header = execution.facts().header();
    List<String> lines = new ArrayList<>();
    for (ValuesHeard.Miss miss : heard.misses()) {
      String at = Spots.text(miss.code().file(), miss.lineno(), header);
      lines.add("call " + miss.call() + " " + verb + " " + miss.text() + "  " + at);
    }
    if (heard.missed() > heard.misses().size()) {
      lines.add("and " + (heard.missed() - heard.misses().size()) + " more");
    }
    Set<Definition> wanted = new Functions(function).in(execution);
    OptionalInt call = Finding.call(execution, wanted, heard.misses().get(0).call());
    call.ifPresent(number -> lines.addAll(TreePiece.around(execution, number)));
    return lines;
  }

  private static Optional<Place> spot(ValuesHeard heard, Execution execution) {
    ValuesHeard.Miss first = heard.misses().get(0);
    return Spots.of(first.code().file(), first.lineno(), execution.facts().header());
  }
}
