package dev.leadline.report.profile;

import dev.leadline.calltree.TracedFunction;
import dev.leadline.event.Frame;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import java.io.IOException;

/**
 * Receives when frames were on the stacks of a trace. Within a lane, spans are nested: the one that
 * was opened last is closed first, and each is closed. Times are nanoseconds since the trace's
 * begin, and within a lane they never decrease.
 */
interface SpanSink {

  /** A frame comes onto the stack; a generator or coroutine each time that it goes on. */
  void opened(Lane lane, Frame frame, TracedFunction function, long atNs) throws IOException;

  /**
   * The innermost frame leaves the stack.
   *
   * @param depth depth of the frame below it; 0 where that was the last one
   */
  void closed(Lane lane, Frame frame, TracedFunction function, long atNs, int depth)
      throws IOException;

  /**
   * An exception was raised, or goes on after other code ran, in the innermost frame.
   *
   * @param atNs the latest time that is known: exceptions have none of their own
   */
  default void raised(Lane lane, ExceptionEvent event, long atNs) throws IOException {}
}
