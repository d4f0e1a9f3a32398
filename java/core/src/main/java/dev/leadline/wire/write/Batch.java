package dev.leadline.wire.write;

import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.json.JsonText;
import dev.leadline.wire.RecordKind;
import dev.leadline.wire.WireEvent;
import java.util.List;

/** The events of one thread on their way into one {@code events} record. */
final class Batch {

  private static final int EVENTS = 400;

  private final StringBuilder events = new StringBuilder();
  private TraceThread thread;
  private long startNs;
  private long timeNs;
  private int size;

  /** Whether an event of that thread can be added. */
  boolean takes(TraceThread other) {
    return size < EVENTS && (size == 0 || thread == other);
  }

  boolean isEmpty() {
    return size == 0;
  }

  void line(Frame frame, int lineno) {
    begin(frame.thread());
    lineno(events, lineno);
  }

  /** An event that is a list; {@link #number} and the others add to it until {@link #close}. */
  Batch open(Frame frame, String name) {
    begin(frame.thread());
    events.append("[\"").append(name).append('"');
    return this;
  }

  Batch number(int number) {
    lineno(events.append(','), number);
    return this;
  }

  Batch text(String text) {
    JsonText.ascii(text, events.append(','));
    return this;
  }

  Batch time(long at) {
    if (at == TraceEvent.NO_TIME) {
      events.append(",null");
      return this;
    }
    if (startNs == TraceEvent.NO_TIME) {
      startNs = at;
      timeNs = at;
    }
    events.append(',').append(at - timeNs);
    timeNs = at;
    return this;
  }

  /** FrameValues, behind the event that they belong to. */
  void values(FrameValues values) {
    switch (values.kind()) {
      case ARGS -> named(WireEvent.ARGS, values.values());
      case LOCALS -> named(WireEvent.LOCALS, values.values());
      case RETURN -> {
        String text = values.values().get(0).text().orElse("");
        JsonText.ascii(
            text, events.append(",[\"").append(WireEvent.VALUE.wireName()).append("\","));
        events.append(']');
      }
    }
  }

  private void named(WireEvent kind, List<Named> values) {
    events.append(",[\"").append(kind.wireName()).append("\",{");
    String separator = "";
    for (Named value : values) {
      JsonText.ascii(value.name(), events.append(separator));
      events.append(':');
      value
          .text()
          .ifPresentOrElse(text -> JsonText.ascii(text, events), () -> events.append("null"));
      separator = ",";
    }
    events.append("}]");
  }

  void close() {
    events.append(']');
  }

  /** The record, after which the batch is empty again. */
  String take() {
    StringBuilder record = new StringBuilder(events.length() + 80);
    record.append("{\"record\":\"").append(RecordKind.EVENTS.wireName());
    record.append("\",\"thread\":").append(thread.id()).append(",\"time_ns\":");
    record.append(startNs == TraceEvent.NO_TIME ? "null" : Long.toString(startNs));
    record.append(",\"events\":[").append(events).append("]}");
    events.setLength(0);
    size = 0;
    return record.toString();
  }

  private void begin(TraceThread of) {
    if (size == 0) {
      thread = of;
      startNs = TraceEvent.NO_TIME;
    } else {
      events.append(',');
    }
    size++;
  }

  private static void lineno(StringBuilder out, int lineno) {
    if (lineno == TraceEvent.NO_LINENO) {
      out.append("null");
    } else {
      out.append(lineno);
    }
  }
}
