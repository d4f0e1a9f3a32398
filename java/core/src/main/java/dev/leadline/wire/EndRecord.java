package dev.leadline.wire;

import dev.leadline.event.Ending.Outcome;
import dev.leadline.event.EventKind;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.Exit.ExitWords;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The agent's last record. */
public record EndRecord(
    Outcome outcome,
    String detail,
    long timeNs,
    Optional<Map<EventKind, Long>> events,
    Map<Scope, Integer> seen) {

  private static final Names<Scope> SCOPES = Names.of(Scope.class, Scope::wireName);

  /** The outcomes that an agent can report; a reader concludes the others. */
  private static final Names<Outcome> OUTCOMES =
      Names.of(Outcome.class, outcome -> outcome.name().toLowerCase(Locale.ROOT));

  public EndRecord {
    events = events.map(Map::copyOf);
    seen = Map.copyOf(seen);
  }

  public static EndRecord of(JsonFields fields) throws JsonFormatException {
    return new EndRecord(
        outcome(fields.text("outcome")),
        fields.text("detail"),
        fields.optionalLong("time_ns").orElse(TraceEvent.NO_TIME),
        fields.has("events") ? Optional.of(events(fields.object("events"))) : Optional.empty(),
        seen(fields.object("seen")));
  }

  /** The exit status, where that is what ended the process, and it was reported. */
  public OptionalInt status() {
    return outcome == Outcome.EXITED ? ExitWords.reported(detail) : OptionalInt.empty();
  }

  /** The word for an outcome that has an end record; empty for the ones that have none. */
  public static Optional<String> word(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED, RAISED, EXITED, NOT_FOUND ->
          Optional.of(outcome.name().toLowerCase(Locale.ROOT));
      case TIMED_OUT, LEFT, DIED, CUT -> Optional.empty();
    };
  }

  private static Outcome outcome(String word) throws JsonFormatException {
    return OUTCOMES
        .find(word)
        .filter(outcome -> word(outcome).isPresent())
        .orElseThrow(() -> new JsonFormatException("there is no outcome \"" + word + "\""));
  }

  private static Map<EventKind, Long> events(JsonFields fields) throws JsonFormatException {
    Map<EventKind, Long> events = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      events.put(kind, fields.optionalLong(kind.pythonName()).orElse(0));
    }
    return events;
  }

  private static Map<Scope, Integer> seen(JsonFields fields) throws JsonFormatException {
    Map<Scope, Integer> seen = new EnumMap<>(Scope.class);
    for (Iterator<String> names = fields.names(); names.hasNext(); ) {
      String name = names.next();
      Optional<Scope> scope = SCOPES.find(name);
      if (scope.isPresent()) {
        seen.put(scope.get(), fields.number(name));
      }
    }
    return seen;
  }
}
