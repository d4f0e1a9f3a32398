package dev.leadline.event;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the recording says of itself, in one sentence for a person.
 *
 * @param kind which notice it is
 * @param text the sentence
 * @param gap where events are missing, if it reports that and if it is known
 * @param process number of the process that said it, if it is of {@link Kind#LIMIT} or {@link
 *     Kind#TROUBLE}; 0 is the program's own
 */
public record Notice(Kind kind, String text, Optional<Gap> gap, int process)
    implements TraceRecord {

  /**
   * A stretch of time for which a thread's events are missing.
   *
   * @param thread whose events
   * @param reason why, as the wire names it
   * @param fromNs last moment at which the agent is known to have received events, or {@link
   *     TraceEvent#NO_TIME}
   * @param toNs when it received events again, or {@link TraceEvent#NO_TIME}
   */
  public record Gap(TraceThread thread, String reason, long fromNs, long toNs) {
    public Gap {
      Objects.requireNonNull(thread, "thread");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The kinds of notice. */
  public enum Kind {
    /** The number of events that was asked for is reached; the program runs on unrecorded. */
    LIMIT,
    /** Events are missing here: the agent was blind for a while. */
    GAP,
    /** The agent met a fault of its own and went on. */
    TROUBLE,
    /** A line of the stream could not be read; what came before it stands. */
    MALFORMED
  }

  public Notice {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(gap, "gap");
  }

  /** A notice of the program's own process, or of no process. */
  public Notice(Kind kind, String text, Optional<Gap> gap) {
    this(kind, text, gap, 0);
  }

  /** A notice that is no more than its sentence. */
  public Notice(Kind kind, String text) {
    this(kind, text, Optional.empty());
  }

  @Override
  public Optional<TraceThread> stack() {
    return gap.map(Gap::thread);
  }

  @Override
  public OptionalInt processNumber() {
    return switch (kind) {
      case LIMIT, TROUBLE -> OptionalInt.of(process);
      case GAP, MALFORMED -> TraceRecord.super.processNumber();
    };
  }
}
