package dev.leadline.wire;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.event.Code;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.LineEvent;
import dev.leadline.event.TraceThread;
import dev.leadline.wire.write.TraceEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceEncoderTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + "{\"record\":\"thread\",\"thread\":1,\"ident\":9,\"name\":\"\\u0440\\ud83d\\ude00\"}\n"
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 20, false)
          + Traces.code(2, "dumps", 183, "stdlib", false)
          + Traces.events(
              "[\"call\",0,100,1,3,0],30,[\"call\",1,10],21,null,[\"call\",2,5,190,9,2],"
                  + "[\"exception\",191,\"json.Bad\",\"\\u001b \\udc80 \\\"\"],[\"opcode\",191],"
                  + "[\"return\",191,4]")
          + Traces.events(1, 77, call(1, 0, 20, 1, 0) + line(20))
          + Traces.events("[\"return\",22,999],[\"return\",30,1]")
          + Traces.limit(0, 91824)
          + Traces.trouble("oh");

  static Stream<String> ends() {
    return Stream.of(
        Traces.END,
        "{\"record\":\"end\",\"outcome\":\"exited\",\"detail\":\"3\",\"time_ns\":9,\"seen\":{}}\n",
        Traces.END + Traces.exit(1, false),
        Traces.exit(137, false),
        Traces.exit(143, true),
        Traces.flushed(5000) + Traces.exit(143, true),
        "");
  }

  /**
   * An end record states how many events are in the stream that was written, not in the one that
   * was read.
   */
  private static void assertSameButForCounts(List<?> found, List<?> expected) {
    assertThat(withoutCounts(found)).isEqualTo(withoutCounts(expected));
  }

  private static List<String> withoutCounts(List<?> records) {
    return records.stream()
        .map(
            record ->
                record
                    .toString()
                    .replaceAll(" events=Optional[^}]*}\\]| events=Optional.empty", ""))
        .toList();
  }

  @Test
  void theEndStatesHowManyEventsWereWritten() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    SinkLog after = new SinkLog();

    Traces.read(START + Traces.END, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    Map<EventKind, Long> stated = after.endings().get(0).events().orElseThrow();
    assertThat(stated.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(after.events().size());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whatItWritesReadsAsWhatItReceived(String end) throws IOException {
    SinkLog before = new SinkLog();
    SinkLog after = new SinkLog();
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    Traces.read(START + end, before);
    Traces.read(START + end, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.events()).hasSizeGreaterThan(10).isEqualTo(before.events());
    assertThat(after.notices()).isEqualTo(before.notices());
    assertSameButForCounts(after.endings(), before.endings());
  }

  @Test
  void severalProcessesUnseenFramesAndValuesSurviveToo() throws IOException {
    String trace =
        RecordedValuesTest.HEADER
            + Traces.THREAD
            + Traces.code(0, "<module>", 1, true)
            + Traces.base(0, 0, 3)
            + Traces.code(1, "main", 20, false)
            + Traces.code(2, "gen", 30, false)
            + Traces.events(
                "[\"call\",1,10,20,4,1],[\"args\",{\"a\":\"'\\u001b'\",\"b\":\"1\"}],21,"
                    + "[\"locals\",{\"x\":null}],[\"call\",2,1,30,5,2,3,0],[\"return\",31,1],"
                    + "[\"value\",\"7\"],[\"call\",2,1,31,5,2,3,1]")
            + Traces.child(1, 4712, "fork", 4711)
            + Traces.THREAD
            + Traces.code(0, "<module>", 1, true)
            + Traces.code(9, "main", 20, false)
            + Traces.stack(0, "[0,3,0],[9,4,1]")
            + Traces.events(0, 90, "22")
            + Traces.process(0)
            + Traces.thread(1, "worker")
            + Traces.base(1, 4)
            + Traces.events(1, 95, "[\"call\",1,1,20,5,0]")
            + Traces.blind("recursion", 1, 2)
            + Traces.stack(0, "[1,4,1]")
            + Traces.events(0, 100, "[\"return\",23,1]")
            + Traces.process(1)
            + Traces.events(0, 110, "[\"return\",23,1],[\"return\",2,1]")
            + Traces.END
            + Traces.child(2, 4713, "spawn", 4711)
            + Traces.leaving("exec", "/bin/ls")
            + Traces.child(3, 4714, "fork", 4711)
            + Traces.killed(3, "too many")
            + Traces.flushed(7000)
            + Traces.process(0)
            + Traces.leaving("_exit", "3")
            + Traces.exit(3, false);
    SinkLog before = new SinkLog();
    SinkLog after = new SinkLog();
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    Traces.read(trace, before);
    Traces.read(trace, new TraceEncoder(written));
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);

    assertThat(before.records()).hasSizeGreaterThan(10);
    assertSameButForCounts(after.records(), before.records());
    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.events()).isEqualTo(before.events());
    assertThat(after.notices()).isEqualTo(before.notices());
    assertSameButForCounts(after.endings(), before.endings());
    assertThat(before.endings().get(0).malformedLines()).isZero();
  }

  @Test
  void reportsFramesThatAreGoneWithoutAnEvent() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    SinkLog log = new SinkLog();
    Traces.read(START, log);
    TraceEncoder encoder = new TraceEncoder(written);
    encoder.header(log.header());
    encoder.event(log.events().get(0));
    encoder.event(log.events().get(2));
    encoder.event(log.events().get(5));
    encoder.event(log.events().get(3));
    encoder.end(log.endings().get(0));

    SinkLog after = new SinkLog();
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);
    assertThat(after.events())
        .containsExactly(
            log.events().get(0), log.events().get(2), log.events().get(5), log.events().get(3));
    assertThat(after.stacks()).hasSize(1);
    assertThat(after.stacks().get(0)).hasSize(2);
  }

  @Test
  void usesTheShortFormOfACallWhereItSaysTheSame() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    Traces.read(START, new TraceEncoder(written));

    assertThat(written.toString(StandardCharsets.US_ASCII))
        .contains("[\"call\",1,0],21,null")
        .contains("[\"call\",2,0,190,9,2]");
  }

  @Test
  void breaksLongRunsIntoBatches() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    String run = "[\"call\",1,10,20,4,1]" + ",21".repeat(2000);

    Traces.read(START + Traces.events(run), new TraceEncoder(written));

    SinkLog after = new SinkLog();
    Traces.read(written.toString(StandardCharsets.US_ASCII), after);
    assertThat(after.events()).hasSize(2000 + 1 + 13);
    assertThat(written.toString(StandardCharsets.US_ASCII).lines())
        .allMatch(line -> line.length() < 5000);
  }

  @Test
  void refusesAnEventWhoseCallWasNotRecorded() throws IOException {
    TraceThread thread = new TraceThread(0, 1, "MainThread", false, 0, 1);
    Code code = new Code(1, "a.py", "f", "f", 1, "a", Scope.USER, false);
    TraceEncoder encoder = new TraceEncoder(new ByteArrayOutputStream());
    encoder.event(new CallEvent(new Frame(code, thread, 4, 1), 1, 0));

    assertThatThrownBy(() -> encoder.event(new LineEvent(new Frame(code, thread, 4, 1), 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without the call of its frame");
  }
}
