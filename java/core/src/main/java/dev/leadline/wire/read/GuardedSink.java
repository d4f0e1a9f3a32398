package dev.leadline.wire.read;

import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceRecord;
import dev.leadline.wire.SinkException;
import java.io.IOException;

/**
 * Distinguishes a sink's failure from the stream's, and leaves a sink alone once it has failed, so
 * that the stream can still be read to its end.
 */
final class GuardedSink {

  private final EventSink sink;
  private boolean failed;

  GuardedSink(EventSink sink) {
    this.sink = sink;
  }

  void header(Header header) throws SinkException {
    guard(() -> sink.header(header));
  }

  void events(EventBatch events) throws SinkException {
    try {
      if (!failed) {
        sink.events(events);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  void record(TraceRecord record) throws SinkException {
    guard(() -> sink.record(record));
  }

  boolean readsEvents() {
    return sink.readsEvents();
  }

  boolean readsValues() {
    return sink.readsValues();
  }

  void end(Ending ending) throws SinkException {
    guard(() -> sink.end(ending));
  }

  private interface Step {
    void run() throws IOException;
  }

  private void guard(Step step) throws SinkException {
    try {
      if (!failed) {
        step.run();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private SinkException failure(IOException e) {
    failed = true;
    return new SinkException(e);
  }
}
