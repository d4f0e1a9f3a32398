package dev.leadline.wire;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import java.io.IOException;
import java.io.InputStream;

/** Decodes a trace and pushes what it says into a sink. */
public final class TraceReader {

  public TraceReader(EventSink sink, StreamListener listener) {}

  public void read(InputStream in) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Whether the header was read. */
  public boolean started() {
    throw new UnsupportedOperationException();
  }

  public Ending finish() throws IOException {
    throw new UnsupportedOperationException();
  }

  public Ending finish(Exit exit) throws IOException {
    throw new UnsupportedOperationException();
  }
}
