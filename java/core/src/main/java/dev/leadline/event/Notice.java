package dev.leadline.event;

import java.util.Objects;

/**
 * What the recording says of itself, in one sentence for a person.
 *
 * @param kind which notice it is
 * @param text the sentence
 */
public record Notice(Kind kind, String text) {

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
  }
}
