package dev.leadline.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.leadline.event.Code;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.FrameValues;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * The row of an event: the fields of flat events, with their names. What an event does not have is
 * null; {@code resumed} is true or false for each call.
 */
final class EventRow extends WriteSupport<TraceEvent> {

  /** Columns whose values rise: their differences are stored. */
  static final List<String> RISING = List.of("seq", "time_ns");

  static final MessageType SCHEMA =
      Types.buildMessage()
          .required(INT64)
          .named("seq")
          .required(BINARY)
          .as(stringType())
          .named("event")
          .required(INT32)
          .named("depth")
          .required(INT32)
          .named("level")
          .required(BINARY)
          .as(stringType())
          .named("file")
          .required(BINARY)
          .as(stringType())
          .named("function")
          .required(INT32)
          .named("firstlineno")
          .optional(INT32)
          .named("lineno")
          .required(INT32)
          .named("thread")
          .required(INT64)
          .named("process")
          .optional(INT64)
          .named("time_ns")
          .optionalGroup()
          .required(BINARY)
          .as(stringType())
          .named("type")
          .required(BINARY)
          .as(stringType())
          .named("message")
          .named("exception")
          .optional(BOOLEAN)
          .named("resumed")
          .addField(textsByName("args"))
          .addField(textsByName("locals"))
          .optional(BINARY)
          .as(stringType())
          .named("value")
          .named("event");

  private static final int REMEMBERED = 10_000;

  private static final Binary[] KINDS =
      Arrays.stream(EventKind.values())
          .map(kind -> Binary.fromString(kind.pythonName()))
          .toArray(Binary[]::new);

  private final Map<String, String> facts;
  private final Map<Code, Place> places = new IdentityHashMap<>();
  private RecordConsumer row;
  private long seq;

  /** Names of a code object, encoded once. */
  private record Place(Binary file, Binary function) {}

  /**
   * Rows of a file.
   *
   * @param facts what the file says of itself, read when it is closed
   */
  EventRow(Map<String, String> facts) {
    this.facts = facts;
  }

  private static org.apache.parquet.schema.Type textsByName(String name) {
    return Types.optionalMap()
        .key(BINARY)
        .as(stringType())
        .optionalValue(BINARY)
        .as(stringType())
        .named(name);
  }

  @Override
  @SuppressWarnings("deprecation") // abstract all the same
  public WriteContext init(Configuration conf) {
    return new WriteContext(SCHEMA, Map.of());
  }

  @Override
  public FinalizedWriteContext finalizeWrite() {
    return new FinalizedWriteContext(facts);
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    row = consumer;
  }

  @Override
  public void write(TraceEvent event) {
    Frame frame = event.frame();
    Place place = placeOf(frame.code());
    row.startMessage();
    number(0, "seq", seq++);
    text(1, "event", KINDS[event.kind().ordinal()]);
    number(2, "depth", frame.depth());
    number(3, "level", frame.level());
    text(4, "file", place.file());
    text(5, "function", place.function());
    number(6, "firstlineno", frame.code().firstlineno());
    if (event.lineno() != TraceEvent.NO_LINENO) {
      number(7, "lineno", event.lineno());
    }
    number(8, "thread", frame.thread().id());
    number(9, "process", frame.thread().pid());
    if (event.timeNs() != TraceEvent.NO_TIME) {
      number(10, "time_ns", event.timeNs());
    }
    if (event instanceof ExceptionEvent exception) {
      write(exception);
    }
    if (event instanceof CallEvent call) {
      row.startField("resumed", 12);
      row.addBoolean(call.resumed());
      row.endField("resumed", 12);
    }
    event.values().ifPresent(this::write);
    row.endMessage();
  }

  private void write(ExceptionEvent exception) {
    row.startField("exception", 11);
    row.startGroup();
    text(0, "type", binary(exception.type()));
    text(1, "message", binary(exception.message()));
    row.endGroup();
    row.endField("exception", 11);
  }

  private void write(FrameValues values) {
    switch (values.kind()) {
      case ARGS -> write(13, "args", values);
      case LOCALS -> write(14, "locals", values);
      case RETURN -> write(15, "value", values.values().get(0).text());
    }
  }

  private void write(int index, String name, FrameValues values) {
    row.startField(name, index);
    row.startGroup();
    if (!values.values().isEmpty()) {
      row.startField("key_value", 0);
      for (FrameValues.Named value : values.values()) {
        row.startGroup();
        text(0, "key", binary(value.name()));
        write(1, "value", value.text());
        row.endGroup();
      }
      row.endField("key_value", 0);
    }
    row.endGroup();
    row.endField(name, index);
  }

  private void write(int index, String name, Optional<String> text) {
    text.ifPresent(known -> text(index, name, binary(known)));
  }

  private void number(int index, String name, long number) {
    row.startField(name, index);
    row.addLong(number);
    row.endField(name, index);
  }

  private void number(int index, String name, int number) {
    row.startField(name, index);
    row.addInteger(number);
    row.endField(name, index);
  }

  private void text(int index, String name, Binary text) {
    row.startField(name, index);
    row.addBinary(text);
    row.endField(name, index);
  }

  private static Binary binary(String text) {
    return Binary.fromString(Unicode.of(text));
  }

  private Place placeOf(Code code) {
    Place place = places.get(code);
    if (place == null) {
      if (places.size() == REMEMBERED) {
        places.clear();
      }
      place = new Place(binary(code.file()), binary(code.function()));
      places.put(code, place);
    }
    return place;
  }
}
