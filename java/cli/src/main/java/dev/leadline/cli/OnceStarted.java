package dev.leadline.cli;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.ForwardingSink;
import dev.leadline.event.Header;
import java.io.IOException;
import java.util.Optional;

/**
 * Passes a trace on once there is something in it. Of a program that was not found there is nothing
 * to report: one line says so, and no empty table stands above it.
 */
final class OnceStarted extends ForwardingSink {

  private final EventSink downstream;
  private Optional<Header> held = Optional.empty();

  OnceStarted(EventSink downstream) {
    this.downstream = downstream;
  }

  @Override
  public void header(Header header) {
    held = Optional.of(header);
  }

  @Override
  protected EventSink downstream() throws IOException {
    if (held.isPresent()) {
      downstream.header(held.get());
      held = Optional.empty();
    }
    return downstream;
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (ending.outcome() != Ending.Outcome.NOT_FOUND) {
      downstream().end(ending);
    }
  }
}
