package dev.leadline.wire;

import dev.leadline.event.TraceEvent;
import dev.leadline.event.ValueKind;
import dev.leadline.event.Values;
import dev.leadline.event.Values.Named;
import java.util.List;
import java.util.Optional;

/**
 * Events on their way into the sink. Where values are recorded, an event waits until it is known
 * whether some stand behind it, but never longer than its batch.
 */
final class EventDelivery {

  private final GuardedSink sink;
  private final boolean valued;
  private TraceEvent last;
  private TraceEvent waiting;
  private Values values;

  /** For a process whose events have values, or have none. */
  EventDelivery(GuardedSink sink, boolean valued) {
    this.sink = sink;
    this.valued = valued;
  }

  /** The last event there was. */
  Optional<TraceEvent> last() {
    return Optional.ofNullable(last);
  }

  void deliver(TraceEvent event) throws SinkException {
    last = event;
    if (valued) {
      passOn();
      waiting = event;
    } else {
      sink.event(event);
    }
  }

  /** Adds values to the event that waits for them. */
  void add(ValueKind kind, List<Named> named) throws MalformedRecordException {
    if (waiting == null || !Values.kindOf(waiting.kind()).equals(Optional.of(kind))) {
      throw new MalformedRecordException("values of kind " + kind.wireName() + " have no event");
    }
    values = new Values(kind, named);
  }

  /** Nothing more comes to the event that waits. */
  void passOn() throws SinkException {
    TraceEvent event = waiting;
    Values held = values;
    waiting = null;
    values = null;
    if (held != null) {
      sink.event(event, held);
    } else if (event != null) {
      sink.event(event);
    }
  }
}
