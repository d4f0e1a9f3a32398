package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;
import java.io.IOException;

/** Fails at every event, for tests. */
final class BrokenSink implements EventSink {

  private int attempts;

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) throws IOException {
    attempts++;
    throw new IOException("the pipe is closed");
  }

  @Override
  public void end(Ending ending) throws IOException {
    attempts++;
  }

  int attempts() {
    return attempts;
  }
}
