package dev.leadline.event;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a process ended, and with the program's own its trace. That a program dies is an outcome, not
 * an error of the reader.
 *
 * @param outcome what became of the program
 * @param status exit status of the interpreter's process, 128 + N where signal N killed it; what
 *     the process reported it itself and no other source knows; empty where the trace does not say
 * @param detail one clause for a person: the exception, the signal, the last event seen; for {@link
 *     Outcome#EXITED} the exit status that the process reported, as a decimal number; may be empty
 * @param timeNs nanoseconds from the header to the end, or {@link TraceEvent#NO_TIME}
 * @param baseDepth measured depth of the program's {@code <module>}; empty where it was never seen
 * @param seen code objects that ran, recorded or not, by whose they are; the program's {@code
 *     <module>} is not counted
 * @param events events of each kind in the stream, as the process's own end record states them:
 *     those that are there as structure alone are among them; empty where it has none
 * @param unknownRecords records of a kind that this reader does not know, skipped
 * @param malformedLines lines that were no record, skipped
 */
public record Ending(
    Outcome outcome,
    OptionalInt status,
    String detail,
    long timeNs,
    OptionalInt baseDepth,
    Map<Scope, Integer> seen,
    Optional<Map<EventKind, Long>> events,
    long unknownRecords,
    long malformedLines) {

  /** What can become of a program. */
  public enum Outcome {
    /** It ran to its end. */
    COMPLETED,
    /** An uncaught exception ended it. */
    RAISED,
    /** {@code SystemExit} ended it; the detail is the exit status, if it was reported. */
    EXITED,
    /** There is no such module, or no {@code __main__} in the directory; nothing ran. */
    NOT_FOUND,
    /** It ran longer than was allowed and was stopped. */
    TIMED_OUT,
    /** It left at once: {@code os._exit}, or another program took its place by {@code exec}. */
    LEFT,
    /** The process ended without a word: a signal, an abort, a crash. */
    DIED,
    /** The trace stops in the middle, and does not say why. */
    CUT
  }

  public Ending {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(baseDepth, "baseDepth");
    seen = Map.copyOf(seen);
    events = events.map(Map::copyOf);
  }
}
