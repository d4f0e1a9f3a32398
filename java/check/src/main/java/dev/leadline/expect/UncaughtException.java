package dev.leadline.expect;

import dev.leadline.event.Ending;
import java.util.Optional;

/** What ended a program. */
final class UncaughtException {

  private UncaughtException() {}

  /** The class of the exception that ended it; {@code SystemExit} where that did. */
  static Optional<String> of(Ending ending) {
    return switch (ending.outcome()) {
      case RAISED -> Optional.of(ending.detail().split(":", 2)[0]);
      case EXITED -> Optional.of("SystemExit");
      case COMPLETED, NOT_FOUND, TIMED_OUT, LEFT, DIED, CUT -> Optional.empty();
    };
  }

  /** How it ended, as a clause behind {@code the program}. */
  static String end(Ending ending) {
    return switch (ending.outcome()) {
      case COMPLETED -> "ran to its end";
      case RAISED -> "ended with " + ending.detail();
      case EXITED -> "left by SystemExit";
      case NOT_FOUND -> "was not found: " + ending.detail();
      case TIMED_OUT -> "ran out of time: " + ending.detail();
      case LEFT -> ending.detail();
      case DIED -> "died, " + ending.detail();
      case CUT -> "was cut off: " + ending.detail();
    };
  }
}
