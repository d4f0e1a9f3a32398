package dev.leadline.wire;

import dev.leadline.event.Header;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the controller must know of a process to deal with it, out of its header.
 *
 * @param process process id
 * @param flushSignal the signal on which the agent writes what it holds, if there is one
 */
public record ProcessFacts(long process, OptionalInt flushSignal) {

  static ProcessFacts of(Header header) {
    return new ProcessFacts(header.process(), header.flushSignal());
  }

  /** The facts of a line, empty where it is no header that we could read. */
  public static Optional<ProcessFacts> ofHeader(byte[] buffer, int from, int to) {
    if (RawRecord.of(buffer, from, to) != RawRecord.HEADER) {
      return Optional.empty();
    }
    try {
      Fields fields = Json.fields(buffer, from, to);
      return Optional.of(
          new ProcessFacts(fields.longNumber("process"), fields.optionalInt("flush_signal")));
    } catch (MalformedRecordException | IOException e) {
      return Optional.empty();
    }
  }
}
