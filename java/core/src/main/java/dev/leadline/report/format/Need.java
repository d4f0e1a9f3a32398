package dev.leadline.report.format;

import dev.leadline.event.EventKind;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
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

  /** What they are, for a sentence: {@code calls and returns, lines and times}. */
  public static String phrase(SortedSet<Need> needs) {
    return joined(needs.stream().map(need -> need.phrase).toList());
  }

  /** How they are recorded, for a sentence: {@code with --events call,return or more}. */
  public static String advice(SortedSet<Need> needs) {
    List<String> options = new ArrayList<>();
    String events =
        needs.stream()
            .flatMap(need -> need.kinds.stream())
            .map(EventKind::pythonName)
            .collect(Collectors.joining(","));
    if (!events.isEmpty()) {
      options.add("with --events " + events + " or more");
    }
    if (needs.contains(MODULE_LEVEL)) {
      options.add("with --module-level");
    }
    if (needs.contains(TIMES)) {
      options.add("without --no-time");
    }
    return joined(options);
  }

  private static String joined(List<String> parts) {
    return String.join(", ", parts).replaceFirst(", ([^,]*)$", " and $1");
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
