package dev.leadline.event;

import java.io.IOException;
import java.util.List;

/**
 * Receives a trace in its order: one header, any number of events and records, one end. Readers
 * push into it and every report implements it, so that nothing need be collected.
 *
 * <p>A trace may hold several processes. Header and end are those of the program's own; each other
 * one begins and ends with a {@link TraceRecord}. The thread of an event has the number of its
 * process.
 *
 * <pre>{@code
 * class CallPrinter implements EventSink {
 *   public void header(Header header) {
 *     System.out.println(header.program() + " on " + header.python().version());
 *   }
 *
 *   public void event(TraceEvent event) {
 *     if (event.kind() == EventKind.CALL) {
 *       System.out.println(event.frame().code().qualname());
 *     }
 *   }
 *
 *   public void end(Ending ending) {
 *     System.out.println(ending.outcome());
 *   }
 * }
 * }</pre>
 */
public interface EventSink {

  /** The trace begins. */
  void header(Header header) throws IOException;

  /**
   * Some events of one thread. Within a thread they come in exact order. A sink overrides this or
   * {@link #event}: this one costs less, by an object for each event.
   */
  default void events(EventBatch events) throws IOException {
    for (int i = 0; i < events.size(); i++) {
      event(events.event(i));
    }
  }

  /** One event. Readers call {@link #events}, which calls this one unless it is overridden. */
  default void event(TraceEvent event) throws IOException {
    events(EventBatch.of(event));
  }

  /** What the trace states besides its events, in order with them. */
  default void record(TraceRecord record) throws IOException {}

  /** The trace is over; called once, also where the process died or the stream was cut. */
  void end(Ending ending) throws IOException;

  /** Whether it looks at events. Where it does not, a reader need not decode them. */
  default boolean readsEvents() {
    return true;
  }

  /**
   * Whether it looks at the values of events. Where it does not, a reader may leave them out: to
   * decode them takes most of its time.
   */
  default boolean readsValues() {
    return true;
  }

  /** A sink that passes all it receives to each of these, in this order. */
  static EventSink toEach(List<? extends EventSink> sinks) {
    List<EventSink> each = List.copyOf(sinks);
    List<EventSink> readers = each.stream().filter(EventSink::readsEvents).toList();
    return new EventSink() {
      @Override
      public void header(Header header) throws IOException {
        for (EventSink sink : each) {
          sink.header(header);
        }
      }

      @Override
      public void events(EventBatch events) throws IOException {
        for (EventSink sink : readers) {
          sink.events(events);
        }
      }

      @Override
      public void record(TraceRecord record) throws IOException {
        for (EventSink sink : each) {
          sink.record(record);
        }
      }

      @Override
      public void end(Ending ending) throws IOException {
        for (EventSink sink : each) {
          sink.end(ending);
        }
      }

      @Override
      public boolean readsEvents() {
        return !readers.isEmpty();
      }

      @Override
      public boolean readsValues() {
        return each.stream().anyMatch(EventSink::readsValues);
      }
    };
  }
}
