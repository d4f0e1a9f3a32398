package dev.leadline.filter;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Header;
import dev.leadline.event.Recording;
import dev.leadline.event.TraceEvent;
import java.io.IOException;

/** Passes on the events that a choice keeps. */
public final class FilterSink implements EventSink {

  public FilterSink(Recording choice, EventSink downstream) {}

  @Override
  public void header(Header header) throws IOException {}

  @Override
  public void event(TraceEvent event) throws IOException {}

  @Override
  public void end(Ending ending) throws IOException {}

  /** How many events were passed on. */
  public long kept() {
    return 0;
  }
}
