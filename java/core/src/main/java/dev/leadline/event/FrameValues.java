package dev.leadline.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The texts of what a frame held at an event: arguments at its {@code call}, variables at a {@code
 * line}, the one value that a {@code return} gave.
 *
 * @param kind which of these
 * @param values the values, in the order of the recording
 */
public record FrameValues(ValueKind kind, List<Named> values) {

  /**
   * One value.
   *
   * @param name the argument or variable; empty for what was returned
   * @param text bounded, made without running the program's code; empty where a variable is gone
   */
  public record Named(String name, Optional<String> text) {
    public Named {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(text, "text");
    }
  }

  public FrameValues {
    Objects.requireNonNull(kind, "kind");
    values = List.copyOf(values);
  }

  /** The kind that belongs to an event of that kind; empty if no values belong to it. */
  public static Optional<ValueKind> kindOf(EventKind event) {
    return switch (event) {
      case CALL -> Optional.of(ValueKind.ARGS);
      case LINE -> Optional.of(ValueKind.LOCALS);
      case RETURN -> Optional.of(ValueKind.RETURN);
      case EXCEPTION, OPCODE -> Optional.empty();
    };
  }

  /** Which values a trace holds the texts of. */
  public enum ValueKind {
    /** The arguments that a function was called with. */
    ARGS,
    /** The variables that are new or have changed when a line is about to run. */
    LOCALS,
    /** What a function returned or yielded. */
    RETURN;

    /** The name as the wire and the command line write it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
