package dev.leadline.cli.output;

import dev.leadline.event.EventKind;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Recording;
import dev.leadline.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.List;

/** What a user should know of a recording before its events are trusted. */
public final class RunWarnings {

  private RunWarnings() {}

  /** A sentence for each. */
  public static List<String> of(Interpreter interpreter) {
    String name = "CPython " + interpreter.version();
    List<String> cautions = new ArrayList<>();
    if (interpreter.preRelease()) {
      cautions.add(name + " is a pre-release: its events may differ from those of the release");
    }
    if (interpreter.freeThreaded()) {
      cautions.add(
          name
              + " is a free-threaded build: events are in exact order within a thread, but not"
              + " between threads");
    }
    return cautions;
  }

  /** A sentence for each kind of value whose events are left out, so that none is recorded. */
  public static List<String> of(Recording recording) {
    return recording.values().stream()
        .sorted()
        .filter(kind -> !recording.events().contains(carrier(kind)))
        .map(
            kind ->
                String.format(
                    "--values %s records nothing without %s events; add them to --events",
                    kind.wireName(), carrier(kind).pythonName()))
        .toList();
  }

  private static EventKind carrier(ValueKind kind) {
    return switch (kind) {
      case ARGS -> EventKind.CALL;
      case LOCALS -> EventKind.LINE;
      case RETURN -> EventKind.RETURN;
    };
  }
}
