package dev.leadline.wire.read;

import dev.leadline.event.Notice;
import dev.leadline.json.JsonText;
import dev.leadline.wire.SinkException;
import java.nio.charset.StandardCharsets;

/** Counts the lines that are no records, and complains of the first few of them. */
final class MalformedLines {

  private static final int COMPLAINTS = 10;
  private static final int EXCERPT = 80;

  /** A reason may quote a word of the line, which may be as long as that. */
  private static final int REASON = 200;

  private final GuardedSink sink;
  private long count;

  MalformedLines(GuardedSink sink) {
    this.sink = sink;
  }

  void add(long lineNumber, String reason, byte[] buffer, int from, int to) throws SinkException {
    count++;
    if (count <= COMPLAINTS) {
      String text = excerpt(buffer, from, to);
      String why = reason.length() > REASON ? reason.substring(0, REASON) + "..." : reason;
      complain("line " + lineNumber + " of the trace could not be read, " + why + ": " + text);
    }
  }

  /** One sentence for those that were not complained of one by one. */
  void sum() throws SinkException {
    if (count > COMPLAINTS) {
      complain(count - COMPLAINTS + " more lines of the trace could not be read");
    }
  }

  long count() {
    return count;
  }

  /** The beginning of a line in quotes, with nothing in it that a terminal would act on. */
  static String excerpt(byte[] buffer, int from, int to) {
    int length = Math.min(to - from, EXCERPT);
    StringBuilder text = new StringBuilder();
    JsonText.ascii(new String(buffer, from, length, StandardCharsets.UTF_8), text);
    return to - from > length ? text + "..." : text.toString();
  }

  private void complain(String text) throws SinkException {
    sink.record(new Notice(Notice.Kind.MALFORMED, text));
  }
}
