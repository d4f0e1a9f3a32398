package dev.leadline.wire;

import dev.leadline.event.CallCount;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.LayersSeen;
import dev.leadline.event.Leaving;
import dev.leadline.event.Notice;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceProcess;
import dev.leadline.event.TraceThread;
import dev.leadline.event.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
    guard(() -> sink.header(header));
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
  public void event(TraceEvent event, Values values) throws SinkException {
    guard(() -> sink.event(event, values));
  }

  @Override
  public void process(TraceProcess process) throws SinkException {
    guard(() -> sink.process(process));
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws SinkException {
    guard(() -> sink.processEnd(process, ending));
  }

  @Override
  public void leaving(int process, Leaving leaving) throws SinkException {
    guard(() -> sink.leaving(process, leaving));
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) throws SinkException {
    guard(() -> sink.base(thread, code, depth));
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws SinkException {
    guard(() -> sink.base(thread, code, depth, layers));
  }

  @Override
  public void layers(LayersSeen layers) throws SinkException {
    guard(() -> sink.layers(layers));
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) throws SinkException {
    guard(() -> sink.calls(thread, calls));
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws SinkException {
    guard(() -> sink.stack(thread, frames));
  }

  @Override
  public void notice(Notice notice) throws SinkException {
    guard(() -> sink.notice(notice));
  }

  @Override
  public void end(Ending ending) throws SinkException {
    guard(() -> sink.end(ending));
  }

  private interface Telling {
    void tell() throws IOException;
  }

  private void guard(Telling telling) throws SinkException {
    try {
      if (!failed) {
        telling.tell();
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
