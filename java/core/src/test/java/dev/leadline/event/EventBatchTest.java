package dev.leadline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.ExceptionEvent;
import dev.leadline.event.TraceEvent.LineEvent;
import dev.leadline.event.TraceEvent.OpcodeEvent;
import dev.leadline.event.TraceEvent.ReturnEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventBatchTest {

  private static final Frame FRAME =
      new Frame(
          new Code(0, "app.py", "f", "f", 1, "app", Scope.USER, false),
          new TraceThread(0, 1, "MainThread", false, 0, 1),
          4,
          1);

  private static final List<TraceEvent> EVENTS =
      List.of(
          new CallEvent(FRAME, 1, 10),
          new LineEvent(FRAME, 2),
          new LineEvent(FRAME, TraceEvent.NO_LINENO, 11),
          new ExceptionEvent(FRAME, 2, "ValueError", "bad"),
          new ReturnEvent(FRAME, 2, 12),
          new CallEvent(FRAME, 2, 13, true),
          new OpcodeEvent(FRAME, 3));

  private final EventBatch batch = new EventBatch();

  @Test
  void eventsComeOutAsTheyWentIn() {
    EVENTS.forEach(batch::add);

    assertThat(events(batch)).isEqualTo(EVENTS);
  }

  @Test
  void numbersAreTheSameEvents() {
    batch.addCall(FRAME, 1, 10, false);
    batch.addLine(FRAME, 2);
    batch.add(EventKind.LINE, FRAME, TraceEvent.NO_LINENO, 11);
    batch.add(EVENTS.get(3));
    batch.add(EventKind.RETURN, FRAME, 2, 12);
    batch.addCall(FRAME, 2, 13, true);
    batch.add(EventKind.OPCODE, FRAME, 3, TraceEvent.NO_TIME);

    assertThat(events(batch)).isEqualTo(EVENTS);
  }

  @Test
  void linesThatCameTogetherMayBeCountedTogether() {
    batch.addCall(FRAME, 1, 10, true);
    batch.addLines(FRAME, LongStream.range(0, 100).toArray(), 2, 50);
    batch.addLine(FRAME, 60);

    assertThat(events(batch))
        .hasSize(50)
        .startsWith(new CallEvent(FRAME, 1, 10, true), new LineEvent(FRAME, 2))
        .endsWith(new LineEvent(FRAME, 49), new LineEvent(FRAME, 60));
    assertThat(IntStream.of(0, 1, 2, 48, 49).map(batch::together)).containsExactly(1, 48, 47, 1, 1);
  }

  @Test
  void nothingIsLeftOfWhatWasTakenOut() {
    EVENTS.forEach(batch::add);
    batch.clear();
    for (TraceEvent event : EVENTS) {
      batch.addLine(FRAME, event.lineno());
    }

    assertThat(events(batch)).hasSize(7).hasOnlyElementsOfType(LineEvent.class);
    assertThat(batch.isResumed(5)).isFalse();
  }

  @Test
  void eventsOfAnotherBatchAreTheSame() {
    EventBatch other = new EventBatch();
    for (int i = 0; i < 10; i++) {
      EVENTS.forEach(other::add);
    }
    for (int i = 0; i < other.size(); i++) {
      batch.add(other, i);
    }

    assertThat(events(batch)).hasSize(70).isEqualTo(events(other));
  }

  @Test
  void theLastEventMayGetItsValues() {
    Optional<FrameValues> values =
        Optional.of(new FrameValues(ValueKind.LOCALS, List.of(new Named("a", Optional.of("1")))));
    batch.addLine(FRAME, 2);
    batch.replaceLast(batch.event(0).with(values));

    assertThat(batch.values(0)).isEqualTo(values);
    assertThat(events(batch)).containsExactly(new LineEvent(FRAME, 2, TraceEvent.NO_TIME, values));
  }

  private static List<TraceEvent> events(EventBatch batch) {
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      events.add(batch.event(i));
    }
    return events;
  }
}
