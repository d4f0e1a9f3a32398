package dev.leadline.wire;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static dev.leadline.wire.Events.timed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.TraceEvent;
import dev.leadline.filter.TimeFilter;
import dev.leadline.wire.write.TraceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines with times, read and written again. */
class LineTimesTest {

  private static final String START =
      Traces.LINE_TIMES
          + Traces.THREAD
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "inner", 12, false);

  private static final String EVENTS =
      call(1, 5, 3, 4, 1)
          + timed(4, 10)
          + call(2, 100)
          + timed(13, 1000)
          + exception(13, "E", "")
          + returned(13, 20)
          + timed(5, 7)
          + returned(5, 1);

  private final SinkLog log = new SinkLog();

  @Test
  void eachTimeCountsFromTheOneBeforeWhateverEventHasThat() throws IOException {
    Traces.read(START + Traces.events(EVENTS) + Traces.END, log);

    assertThat(log.header().timesLines()).isTrue();
    assertThat(log.lines())
        .containsExactly(
            "call main:3 4/1 @5",
            "line main:4 4/1 @15",
            "call inner:12 5/2 @115",
            "line inner:13 5/2 @1115",
            "exception inner:13 5/2 E: ",
            "return inner:13 5/2 @1135",
            "line main:5 4/1 @1142",
            "return main:5 4/1 @1143");
  }

  @Test
  void aParserReadsTheSame() throws IOException {
    SinkLog parsed = new SinkLog();
    Traces.read(START + Traces.events(EVENTS) + Traces.END, log);

    Traces.read(
        START + Traces.events(EVENTS).replace(",\"events\"", ", \"events\"") + Traces.END, parsed);

    assertThat(parsed.lines()).isEqualTo(log.lines());
  }

  @Test
  void linesWithoutTimesAreAsBefore() throws IOException {
    String bare = call(1, 5, 3, 4, 1) + line(4) + "[\"line\",5]," + returned(5, 1);

    Traces.read(START + Traces.events(bare) + Traces.END, log);

    assertThat(log.events().stream().map(TraceEvent::timeNs))
        .containsExactly(5L, TraceEvent.NO_TIME, TraceEvent.NO_TIME, 6L);
  }

  @Test
  void whatIsStoredAgainHasTheSameTimes() throws IOException {
    SinkLog after = new SinkLog();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Traces.read(START + Traces.events(EVENTS) + Traces.END, log);

    Traces.read(START + Traces.events(EVENTS) + Traces.END, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    assertThat(after.header()).isEqualTo(log.header());
    assertThat(after.events()).isEqualTo(log.events());
  }

  @Test
  void aPartBeginsAndEndsAtLines() throws IOException {
    Traces.read(START + Traces.events(EVENTS) + Traces.END, new TimeFilter(1000, 1142, log));

    assertThat(log.lines())
        .containsExactly(
            "line inner:13 5/2 @1115", "exception inner:13 5/2 E: ", "return inner:13 5/2 @1135");
  }
}
