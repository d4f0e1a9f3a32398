package dev.leadline.event;

import java.io.IOException;

/**
 * Hears a trace in its order: one header, any number of events and notices, one end. Readers push
 * into it and every report implements it, so that nothing need be collected.
 */
public interface EventSink {

  /** The trace begins. */
  void header(Header header) throws IOException;

  /** One event. Within a thread they come in exact order. */
  void event(TraceEvent event) throws IOException;

  /** Something about the recording itself that a reader should know. */
  default void notice(Notice notice) throws IOException {}

  /** The trace is over; called once, also where the process died or the stream was cut. */
  void end(Ending ending) throws IOException;
}
