package dev.leadline.wire;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the controller must know of a process to deal with it, out of its header.
 *
 * @param process process id
 * @param flushSignal the signal on which the agent writes what it holds, and then all at once
 * @param idleSignal the signal on which the agent writes what it holds, and goes on
 */
public record ProcessFacts(long process, OptionalInt flushSignal, OptionalInt idleSignal) {

  static ProcessFacts of(Fields fields) throws MalformedRecordException {
    return new ProcessFacts(
        fields.longNumber("process"),
        fields.optionalInt("flush_signal"),
        fields.optionalInt("idle_signal"));
  }

  /** The facts of a line, empty where it is no header that we could read. */
  public static Optional<ProcessFacts> ofHeader(byte[] buffer, int from, int to) {
    if (RawRecord.of(buffer, from, to) != RawRecord.HEADER) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(Json.fields(buffer, from, to)));
    } catch (MalformedRecordException | IOException e) {
      return Optional.empty();
    }
  }
}
