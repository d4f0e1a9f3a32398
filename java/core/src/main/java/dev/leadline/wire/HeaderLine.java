package dev.leadline.wire;

import dev.leadline.event.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first line of a trace: it is what it must be, or there is nothing to read. */
record HeaderLine(Header header, ProcessFacts facts, Optional<Channels> channels) {

  private static final String BEGINNING = "{\"record\":\"header\"";

  static HeaderLine decode(byte[] buffer, int from, int to, long line) throws TraceFormatException {
    try {
      Fields fields = fields(buffer, from, to);
      HeaderDecoder.checkProtocol(fields);
      return new HeaderLine(
          HeaderDecoder.header(fields), ProcessFacts.of(fields), HeaderDecoder.channels(fields));
    } catch (MalformedRecordException e) {
      throw new NotATraceException(
          "line %d: the header of the trace is wrong: %s".formatted(line, e.getMessage()));
    }
  }

  private static Fields fields(byte[] buffer, int from, int to) throws NotATraceException {
    try {
      if (RecordDecoder.kind(buffer, from, to) == RecordKind.HEADER) {
        return Json.fields(buffer, from, to);
      }
    } catch (MalformedRecordException | IOException e) {
      throw notATrace(buffer, from, to, e);
    }
    throw notATrace(buffer, from, to, null);
  }

  private static NotATraceException notATrace(byte[] buffer, int from, int to, Exception cause) {
    String line = new String(buffer, from, to - from, StandardCharsets.UTF_8);
    NotATraceException exception =
        new NotATraceException(
            line.startsWith(BEGINNING) && !line.endsWith("}")
                ? "the trace is cut off in its first line, nothing of it can be read"
                : "this is not a Leadline trace: it begins with "
                    + MalformedLines.excerpt(buffer, from, to)
                    + " where its header should be");
    exception.initCause(cause);
    return exception;
  }
}
