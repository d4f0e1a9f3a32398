package dev.leadline.report;

import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.report.text.TerminalText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why a trace holds no event, and what to do. */
public final class EmptyTraceAdvice {

  private final Recording choice;
  private final Optional<Recording> recorded;
  private final Ending ending;
  private final boolean gaps;

  private EmptyTraceAdvice(
      Recording choice, Optional<Recording> recorded, Ending ending, boolean gaps) {
    this.choice = choice;
    this.recorded = recorded;
    this.ending = ending;
    this.gaps = gaps;
  }

  /**
   * The sentence for a trace of which this choice kept nothing: the first reason that applies, from
   * the outside in. Fit for a terminal.
   *
   * @param gaps whether a notice said that events are missing, so that more may have run
   */
  public static String of(Recording choice, Ending ending, boolean gaps) {
    EmptyTraceAdvice advice = new EmptyTraceAdvice(choice, Optional.empty(), ending, gaps);
    return TerminalText.escape(advice.sentence());
  }

  /**
   * The same for a stored trace, of which a choice can keep no more than was recorded.
   *
   * @param recorded what the trace was recorded with
   */
  public static String of(Recording choice, Recording recorded, Ending ending, boolean gaps) {
    EmptyTraceAdvice advice = new EmptyTraceAdvice(choice, Optional.of(recorded), ending, gaps);
    return TerminalText.escape(advice.sentence());
  }

  private String sentence() {
    return switch (ending.outcome()) {
      case NOT_FOUND -> "nothing ran: " + ending.detail();
      case TIMED_OUT, LEFT, DIED, CUT -> "no event was kept before the end: " + ending.detail();
      case COMPLETED, RAISED, EXITED ->
          ending.baseDepth().isPresent() ? whatRan(ending.baseDepth().getAsInt()) : neverBegan();
    };
  }

  private String neverBegan() {
    String why = ending.detail().isEmpty() ? "" : ": " + ending.detail();
    return "no event was kept: the program's <module> never began to run" + why;
  }

  private String whatRan(int baseDepth) {
    OptionalInt cutoff = choice.cutoff();
    if (cutoff.isPresent() && cutoff.getAsInt() > baseDepth) {
      return "no event deeper than cutoff "
          + cutoff.getAsInt()
          + ": the program's <module> stood at depth "
          + baseDepth
          + "; "
          + attempt("--cutoff auto", one -> one.cutoff().orElse(baseDepth) <= baseDepth);
    }
    if (recorded.filter(one -> Collections.disjoint(one.scopes(), choice.scopes())).isPresent()) {
      return notRecorded(recorded.get());
    }
    if (inScope() == 0 && gaps) {
      return "no event was kept, but some are missing: the notes say when and why";
    }
    if (inScope() == 0) {
      return nothingInScope(baseDepth);
    }
    if (!globs().isEmpty()) {
      return "no event matched " + globs() + "; without that, " + wouldBeKept();
    }
    return whatHappened();
  }

  private String notRecorded(Recording one) {
    return "no event of scope "
        + names(words(choice))
        + " was kept, since the trace was recorded with --scope "
        + String.join(",", words(one))
        + "; record it with --scope "
        + String.join(",", words(choice));
  }

  private static List<String> words(Recording recording) {
    return recording.scopes().stream().sorted().map(Scope::wireName).toList();
  }

  /** What to do: at once where the trace has more, else when it is recorded again. */
  private String attempt(String options, Predicate<Recording> has) {
    return (recorded.filter(has.negate()).isPresent() ? "record it with " : "try ") + options;
  }

  private String nothingInScope(int baseDepth) {
    if (ending.seen().isEmpty()) {
      boolean automatic = choice.cutoff().isEmpty();
      return "no event deeper than cutoff "
          + choice.cutoff().orElse(baseDepth)
          + ": the deepest frame was the program's <module>; "
          + attempt(
              automatic ? "--module-level" : "--cutoff " + (baseDepth - 1),
              one ->
                  one.cutoff().isPresent()
                      ? one.cutoff().getAsInt() < baseDepth
                      : one.moduleLevel());
    }
    return "no code of scope "
        + names(words(choice))
        + " ran besides the program's <module>, but "
        + seen()
        + " did; "
        + attempt(
            "--scope all, or --root DIR for the directory of your code",
            one -> one.scopes().containsAll(ending.seen().keySet()));
  }

  private String whatHappened() {
    if (choice.maxEvents().isPresent() && choice.maxEvents().getAsLong() == 0) {
      return "no event was kept: --max-events is 0";
    }
    if (!choice.events().containsAll(List.of(EventKind.CALL, EventKind.RETURN))) {
      return "none of the events that were asked for happened ("
          + names(choice.events().stream().sorted().map(EventKind::pythonName).toList())
          + "); without --events, "
          + wouldBeKept();
    }
    if (choice.levels().isPresent()) {
      return "no event within --levels "
          + choice.levels().getAsInt()
          + "; with more levels, "
          + wouldBeKept();
    }
    return "no event was kept, though "
        + seen()
        + " ran; "
        + attempt(
            "--scope all --module-level",
            one -> one.moduleLevel() && one.scopes().containsAll(ending.seen().keySet()));
  }

  private int inScope() {
    return choice.scopes().stream().mapToInt(scope -> ending.seen().getOrDefault(scope, 0)).sum();
  }

  private String globs() {
    List<String> options = new ArrayList<>();
    choice.include().forEach(glob -> options.add("--include " + glob));
    choice.exclude().forEach(glob -> options.add("--exclude " + glob));
    choice.functions().forEach(glob -> options.add("--function " + glob));
    return String.join(", ", options);
  }

  /** "3 user and 41 stdlib code objects". */
  private String seen() {
    return codeObjects(ending.seen());
  }

  /** What the scopes alone let pass. */
  private String wouldBeKept() {
    Map<Scope, Integer> inScope = new EnumMap<>(Scope.class);
    inScope.putAll(ending.seen());
    inScope.keySet().retainAll(choice.scopes());
    return "the events of " + codeObjects(inScope) + " would be kept";
  }

  private static String codeObjects(Map<Scope, Integer> seen) {
    List<String> counts =
        seen.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " " + entry.getKey().wireName())
            .toList();
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    return names(counts) + (all == 1 ? " code object" : " code objects");
  }

  private static String names(Collection<String> names) {
    return names.stream().collect(Collectors.joining(", ")).replaceFirst(", ([^,]*)$", " and $1");
  }
}
