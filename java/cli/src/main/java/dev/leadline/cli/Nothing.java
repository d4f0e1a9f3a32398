package dev.leadline.cli;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.TraceEvent;

/** Where events end that are only counted. */
final class Nothing implements EventSink {

  @Override
  public void header(Header header) {}

  @Override
  public void event(TraceEvent event) {}

  @Override
  public void end(Ending ending) {}
}
