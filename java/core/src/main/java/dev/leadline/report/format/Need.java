package dev.leadline.report.format;

import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report is made of, and a recording may have left out. */
public enum Need {
  CALLS("calls and returns", EventKind.CALL, EventKind.RETURN),
  LINES("lines", EventKind.LINE),
  EXCEPTIONS("exceptions", EventKind.EXCEPTION),
  /** The program's own {@code <module>}; a cutoff that is a number decides by itself. */
  MODULE_LEVEL("what the program's module runs by itself"),
  TIMES("times");

  private final String phrase;
  private final List<EventKind> kinds;

  Need(String phrase, EventKind... kinds) {
    this.phrase = phrase;
    this.kinds = List.of(kinds);
  }

  /** What it is, for a sentence: {@code calls and returns}. */
  public String phrase() {
    return phrase;
  }

  /** How it is recorded, for a sentence: {@code with --events call,return or more}. */
  public String advice() {
    return switch (this) {
      case TIMES -> "without --no-time";
      case MODULE_LEVEL -> "with --module-level";
      case CALLS, LINES, EXCEPTIONS ->
          kinds.stream()
              .map(EventKind::pythonName)
              .collect(Collectors.joining(",", "with --events ", " or more"));
    };
  }

  /** Whether a trace has it. */
  public boolean isIn(Header header) {
    return this == TIMES ? header.timed() : isIn(header.recording());
  }

  private boolean isIn(Recording recording) {
    boolean cut = this == MODULE_LEVEL && recording.cutoff().isEmpty() && !recording.moduleLevel();
    return !cut && recording.events().containsAll(kinds);
  }

  /** The same choice with all of these. */
  public static Recording widened(Recording choice, Set<Need> needs) {
    Set<EventKind> kinds =
        needs.stream().flatMap(need -> need.kinds.stream()).collect(Collectors.toSet());
    Recording whole = choice.events().containsAll(kinds) ? choice : choice.withEvents(kinds);
    return needs.contains(MODULE_LEVEL) && !MODULE_LEVEL.isIn(whole)
        ? whole.withModuleLevel(whole.roots())
        : whole;
  }
}
