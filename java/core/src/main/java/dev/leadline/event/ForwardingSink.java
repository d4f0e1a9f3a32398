package dev.leadline.event;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells another sink all that it hears; what stands between two sinks overrides what it changes.
 */
public abstract class ForwardingSink implements EventSink {

  /** The sink that hears it all; asked anew for everything that is told. */
  protected abstract EventSink downstream() throws IOException;

  @Override
  public void header(Header header) throws IOException {
    downstream().header(header);
  }

  @Override
  public void event(TraceEvent event) throws IOException {
    downstream().event(event);
  }

  @Override
  public void event(TraceEvent event, Values values) throws IOException {
    downstream().event(event, values);
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    downstream().process(process);
  }

  @Override
  public void processEnd(TraceProcess process, Ending ending) throws IOException {
    downstream().processEnd(process, ending);
  }

  @Override
  public void leaving(int process, Leaving leaving) throws IOException {
    downstream().leaving(process, leaving);
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth) throws IOException {
    downstream().base(thread, code, depth);
  }

  @Override
  public void base(TraceThread thread, Optional<Code> code, int depth, List<Layer> layers)
      throws IOException {
    downstream().base(thread, code, depth, layers);
  }

  @Override
  public void layers(LayersSeen layers) throws IOException {
    downstream().layers(layers);
  }

  @Override
  public void calls(TraceThread thread, List<CallCount> calls) throws IOException {
    downstream().calls(thread, calls);
  }

  @Override
  public void stack(TraceThread thread, List<Frame> frames) throws IOException {
    downstream().stack(thread, frames);
  }

  @Override
  public void notice(Notice notice) throws IOException {
    downstream().notice(notice);
  }

  @Override
  public void end(Ending ending) throws IOException {
    downstream().end(ending);
  }
}
