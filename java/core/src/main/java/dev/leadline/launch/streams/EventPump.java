package dev.leadline.launch.streams;

import dev.leadline.wire.SinkException;
import dev.leadline.wire.read.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the event stream to its end, whatever happens in its sink: an agent whose pipe is full
 * would stop the program. The first failure is kept for after the exit.
 */
public final class EventPump implements Runnable {

  private final InputStream stream;
  private final TraceReader reader;
  private volatile Optional<Throwable> failure = Optional.empty();

  public EventPump(InputStream stream, TraceReader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  @Override
  public void run() {
    try {
      while (!readToEnd()) {
        // the sink is out of it now, and the reader goes on without it
      }
    } catch (IOException | RuntimeException | Error e) {
      // an Error, too: a run whose events found no room is no complete run
      keep(e);
      drain();
    }
  }

  /** What went wrong first, other than with the process itself. */
  public Optional<Throwable> failure() {
    return failure;
  }

  private boolean readToEnd() throws IOException {
    try {
      reader.read(stream);
      return true;
    } catch (SinkException e) {
      keep(e);
      return false;
    }
  }

  private void keep(Throwable e) {
    if (failure.isEmpty()) {
      failure = Optional.of(e);
    }
  }

  private void drain() {
    try {
      stream.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      keep(e);
    }
  }
}
