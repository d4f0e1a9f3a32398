package dev.leadline.event;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells several sinks all that it hears, one after the other. */
public final class EverySink implements EventSink {

  /** What one sink is told. */
  private interface Telling {
    void tell(EventSink sink) throws IOException;
  }

  private final List<EventSink> sinks;

  /** One that tells these, in this order. */
  public EverySink(List<? extends EventSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  private void all(Telling telling) throws IOException {
    for (EventSink sink : sinks) {
      telling.tell(sink);
    }
  }

  @Override
  public void header(Header header) throws IOException {
    all(sink -> sink.header(header));
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    for (EventSink sink : sinks) {
      sink.event(event);
    }
  }

  @Override
  public void event(TraceEvent event, Values values) throws IOException {
    for (EventSink sink : sinks) {
      sink.event(event, values);
    }
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    all(sink -> sink.process(process));
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    all(sink -> sink.processEnd(process, ending));
  }

  @Override
  public void leaving(int process, Leaving leaving) throws IOException {
    all(sink -> sink.leaving(process, leaving));
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) throws IOException {
    all(sink -> sink.base(thread, code, depth));
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    all(sink -> sink.base(thread, code, depth, layers));
  }

  @Override
  public void layers(LayersSeen layers) throws IOException {
    all(sink -> sink.layers(layers));
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) throws IOException {
    all(sink -> sink.calls(thread, calls));
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    all(sink -> sink.stack(thread, frames));
  }

  @Override
  public void notice(Notice notice) throws IOException {
    all(sink -> sink.notice(notice));
  }

  @Override
  public void end(Ending ending) throws IOException {
    all(sink -> sink.end(ending));
  }
}
