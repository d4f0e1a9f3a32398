package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import java.io.IOException;

/**
 * Tells a sink's failure from the stream's, and leaves a sink alone once it has failed, so that the
 * stream can still be read to its end.
 */
final class GuardedSink implements EventSink {

  private final EventSink sink;
  private boolean failed;

  GuardedSink(EventSink sink) {
    this.sink = sink;
  }

  @Override
  public void header(Header header) throws SinkException {
    try {
      if (!failed) {
        sink.header(header);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void event(TraceEvent event) throws SinkException {
    try {
      if (!failed) {
        sink.event(event);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void notice(Notice notice) throws SinkException {
    try {
      if (!failed) {
        sink.notice(notice);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void end(Ending ending) throws SinkException {
    try {
      if (!failed) {
        sink.end(ending);
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
