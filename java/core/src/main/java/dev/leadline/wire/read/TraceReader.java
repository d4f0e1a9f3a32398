package dev.leadline.wire.read;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.json.Json;
import dev.leadline.json.JsonFields;
import dev.leadline.json.JsonFormatException;
import dev.leadline.wire.Exit;
import dev.leadline.wire.HeaderRecord;
import dev.leadline.wire.HeaderRecord.Channels;
import dev.leadline.wire.HeaderRecord.ProcessFacts;
import dev.leadline.wire.RecordKind;
import dev.leadline.wire.SinkException;
import dev.leadline.wire.StreamListener;
import dev.leadline.wire.TraceFormatException;
import dev.leadline.wire.TraceFormatException.NotATraceException;
import dev.leadline.wire.TraceFormatException.ProtocolMismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes a trace and pushes what it says into a sink, while it is read. Not for several threads at
 * once.
 *
 * <p>Lines that are no records and records of unknown kinds are counted and passed over. Damaged
 * compression and a last line that is cut off end the stream; what came before stands.
 *
 * <pre>{@code
 * ReportTarget target = ReportTarget.plain(System.out);
 * EventSink sink = ReportFormats.REPORTS.named("tree").orElseThrow().open(target);
 * try (InputStream in = TraceInput.open(Path.of("run.ndjson.gz"))) {
 *   TraceReader reader = new TraceReader(sink, StreamListener.NONE);
 *   reader.read(in);
 *   Ending ending = reader.finish();
 * }
 * target.flush();
 * }</pre>
 */
public final class TraceReader {

  private final GuardedSink sink;
  private final StreamListener listener;
  private final LineSplitter lines = new LineSplitter();
  private final MalformedLines malformed;
  private RecordDecoder decoder;
  private long lineNumber;
  private boolean finished;

  /** A reader into {@code sink} that shows the raw stream to {@code listener}. */
  public TraceReader(EventSink sink, StreamListener listener) {
    this.sink = new GuardedSink(sink);
    this.listener = listener;
    this.malformed = new MalformedLines(this.sink);
  }

  /**
   * Reads to the end of the stream.
   *
   * @throws NotATraceException if the first line is no header
   * @throws ProtocolMismatchException if the header names a protocol that is not ours
   * @throws SinkException if the sink failed; after it, another call reads on from the same place
   *     for the listener and for {@link #finish(Exit)}, and leaves the sink alone
   * @throws IOException if the stream or the listener failed
   */
  public void read(InputStream in) throws IOException {
    while (lines.next(in)) {
      lineNumber++;
      int end = contentEnd();
      if (end == lines.from()) {
        continue;
      }
      if (decoder == null) {
        header(end);
      } else {
        record(end);
      }
    }
  }

  /** Whether the header was read. */
  public boolean started() {
    return decoder != null;
  }

  /**
   * Concludes a stored trace, with the exit record if the stream had one, and ends the sink.
   *
   * @throws NotATraceException if the stream was empty, or damaged before its first line
   */
  public Ending finish() throws IOException {
    RecordDecoder decoded =
        conclude(
            lines.damaged()
                ? "the compressed trace is damaged in its first line, nothing of it can be read"
                : "the trace is empty");
    Optional<Exit> lost = decoded.tracker().exit().filter(Exit::eventsLost);
    if (lost.isPresent()) {
      String why = lost.get().detail();
      String text = "records are missing at the end of the trace, they could not be stored";
      sink.record(new Notice(Notice.Kind.GAP, why.isEmpty() ? text : text + ": " + why));
    }
    decoded.endOthers();
    return end(decoded.tracker().stored(decoded.unknownRecords(), malformed.count()));
  }

  /**
   * Concludes a live run whose process is gone, and ends the sink.
   *
   * @throws NotATraceException if the process ended before the header
   */
  public Ending finish(Exit exit) throws IOException {
    RecordDecoder decoded = conclude(exit.beforeHeader());
    Ending ending = decoded.tracker().live(exit, decoded.unknownRecords(), malformed.count());
    decoded.endOthers();
    return end(ending);
  }

  private void header(int end) throws IOException {
    HeaderLine line = HeaderLine.decode(lines.buffer(), lines.from(), end, lineNumber);
    decoder = new RecordDecoder(sink, listener, line.header());
    listener.begins(line.facts());
    listener.line(lines.buffer(), lines.from(), end);
    if (line.channels().isPresent()) {
      listener.channels(line.channels().get());
    }
    sink.header(line.header());
  }

  private void record(int end) throws IOException {
    if (lines.tooLong()) {
      complain("it is longer than " + LineSplitter.LONGEST + " bytes", end);
    } else if (lines.buffer()[end - 1] == '}') {
      listener.line(lines.buffer(), lines.from(), end);
      decode(end);
    } else {
      cutOff(end);
    }
  }

  private void decode(int end) throws IOException {
    try {
      decoder.decode(lines.buffer(), lines.from(), end);
    } catch (SinkException e) {
      throw e;
    } catch (JsonFormatException e) {
      complain(e.getMessage(), end);
    } catch (IOException e) {
      complain("it is no record", end);
    }
  }

  /**
   * Takes what a line without its end still holds: up to its last comma, since a number that ends
   * with the line may have lost digits. Where the stream ends in it, that is no more than the cut
   * which the ending states.
   */
  private void cutOff(int end) throws IOException {
    int comma = end - 1;
    while (comma > lines.from() && lines.buffer()[comma] != ',') {
      comma--;
    }
    if (lines.terminated()) {
      listener.line(lines.buffer(), lines.from(), end);
      complain("it is cut off or no record", end);
    }
    try {
      decoder.decode(lines.buffer(), lines.from(), comma);
    } catch (SinkException e) {
      throw e;
    } catch (JsonFormatException | IOException e) {
      return;
    }
  }

  private void complain(String reason, int end) throws SinkException {
    malformed.add(lineNumber, reason, lines.buffer(), lines.from(), end);
  }

  private int contentEnd() {
    int end = lines.to();
    while (end > lines.from() && lines.buffer()[end - 1] <= ' ' && lines.buffer()[end - 1] >= 0) {
      end--;
    }
    return end;
  }

  private RecordDecoder conclude(String otherwise) throws IOException {
    if (decoder == null) {
      throw new NotATraceException(otherwise);
    }
    if (finished) {
      throw new IllegalStateException("the trace is concluded already");
    }
    finished = true;
    malformed.sum();
    return decoder;
  }

  private Ending end(Ending ending) throws SinkException {
    sink.end(ending);
    return ending;
  }

  /** The first line of a trace: it is what it must be, or there is nothing to read. */
  private record HeaderLine(Header header, ProcessFacts facts, Optional<Channels> channels) {

    private static final String BEGINNING = "{\"record\":\"header\"";

    static HeaderLine decode(byte[] buffer, int from, int to, long line)
        throws TraceFormatException {
      try {
        JsonFields fields = fields(buffer, from, to);
        HeaderRecord.checkProtocol(fields);
        return new HeaderLine(
            HeaderRecord.header(fields), ProcessFacts.of(fields), HeaderRecord.channels(fields));
      } catch (JsonFormatException e) {
        throw new NotATraceException(
            "line %d: the header of the trace is wrong: %s".formatted(line, e.getMessage()));
      }
    }

    private static JsonFields fields(byte[] buffer, int from, int to) throws NotATraceException {
      try {
        if (RecordDecoder.kind(buffer, from, to) == RecordKind.HEADER) {
          return Json.fields(buffer, from, to);
        }
      } catch (JsonFormatException | IOException e) {
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
}
