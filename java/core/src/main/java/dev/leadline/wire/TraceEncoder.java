package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.io.OutputStream;

/** Writes events as a trace again. */
public final class TraceEncoder implements EventSink {

  public TraceEncoder(OutputStream out) {}

  @Override
  public void header(Header header) throws IOException {}

  @Override
  public void event(TraceEvent event) throws IOException {}

  @Override
  public void end(Ending ending) throws IOException {}
}
