package dev.leadline.cli.output;

import dev.leadline.event.Ending;
import java.util.Locale;
import java.util.OptionalInt;

/** How a program ended, in a sentence. */
public final class Outcomes {

  private Outcomes() {}

  public static String sentence(Ending ending) {
    return switch (ending.outcome()) {
      case COMPLETED -> "the program completed";
      case RAISED -> "the program raised " + ending.detail();
      case EXITED -> "the program exited" + status(ending.status());
      case NOT_FOUND -> "the program was not found: " + ending.detail();
      case TIMED_OUT -> "the program was " + ending.detail();
      case LEFT -> "the program " + ending.detail();
      case DIED -> "the program died: " + ending.detail();
      case CUT -> "the trace is cut: " + ending.detail();
    };
  }

  private static String status(OptionalInt status) {
    return status.isPresent() ? " with status " + status.getAsInt() : "";
  }

  /** A number of events, in words. */
  public static String count(long events) {
    return String.format(Locale.ROOT, events == 1 ? "%,d event" : "%,d events", events);
  }
}
