package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Decodes a trace and pushes what it says into a sink, while it is read. Not for several threads at
 * once.
 *
 * <p>Lines that are no records and records of unknown kinds are counted and passed over. Damaged
 * compression and a last line that is cut off end the stream; what came before stands.
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
   * Concludes a stored trace, with the exit record if the stream had one, and tells the sink.
   *
   * @throws NotATraceException if the stream was empty
   */
  public Ending finish() throws IOException {
    RecordDecoder decoded = conclude("the trace is empty");
    Optional<Exit> lost = decoded.story().exit().filter(Exit::eventsLost);
    if (lost.isPresent()) {
      String why = lost.get().detail();
      String text = "records are missing at the end of the trace, they could not be stored";
      sink.notice(new Notice(Notice.Kind.GAP, why.isEmpty() ? text : text + ": " + why));
    }
    decoded.endOthers();
    return end(decoded.story().stored(decoded.unknownRecords(), malformed.count()));
  }

  /**
   * Concludes a live run whose process is gone, and tells the sink.
   *
   * @throws NotATraceException if the process ended before the header
   */
  public Ending finish(Exit exit) throws IOException {
    RecordDecoder decoded = conclude(exit.beforeHeader());
    Ending ending = decoded.story().live(exit, decoded.unknownRecords(), malformed.count());
    decoded.endOthers();
    return end(ending);
  }

  private void header(int end) throws IOException {
    HeaderLine line = HeaderLine.decode(lines.buffer(), lines.from(), end, lineNumber);
    decoder = new RecordDecoder(sink, line.header());
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
    } catch (MalformedRecordException e) {
      complain(e.getMessage(), end);
    } catch (IOException e) {
      complain("it is no record", end);
    }
  }

  /**
   * Takes what a line without its end still holds: up to its last comma, since a number that ends
   * with the line may have lost digits. Where the stream ends in it, that is no more than the cut
   * which the ending tells of.
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
    } catch (MalformedRecordException | IOException e) {
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
}
