package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.FrameValues;
import dev.leadline.event.FrameValues.Named;
import dev.leadline.event.FrameValues.ValueKind;
import dev.leadline.event.Header;
import dev.leadline.event.IgnoringSink;
import dev.leadline.event.TraceEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedValuesTest {

  /** A header of a trace with all values. */
  static final String HEADER =
      Traces.HEADER.replace(
          "\"max_events\":null",
          "\"max_events\":null,\"values\":[\"args\",\"locals\",\"return\"],\"redact\":[\"*key\"]");

  private static final String START = HEADER + Traces.THREAD + Traces.code(1, "main", 3, false);

  private final List<String> received = new ArrayList<>();
  private final List<FrameValues> values = new ArrayList<>();
  private boolean readsValues = true;

  private final EventSink sink =
      new EventSink() {
        @Override
        public void header(Header header) {
          received.add(header.recording().values().size() + " " + header.recording().redact());
        }

        @Override
        public void event(TraceEvent event) {
          String kind = event.values().map(held -> "+" + held.kind().wireName()).orElse("");
          received.add(event.kind().pythonName() + kind);
          event.values().ifPresent(values::add);
        }

        @Override
        public void end(Ending ending) {
          received.add("damage " + ending.malformedLines());
        }

        @Override
        public boolean readsValues() {
          return readsValues;
        }
      };

  @Test
  void comeWithTheEventThatTheyStandBehind() throws IOException {
    Traces.read(
        START
            + Traces.events(
                "[\"call\",1,1,3,4,1],[\"args\",{\"a\":\"1\",\"b\\n\":\"'\\u001b\\\"'\"}],4,"
                    + "[\"locals\",{\"x\":\"[...]\",\"y\":null}],5,[\"return\",5,1],[\"value\",\"None\"]"),
        sink);

    assertThat(received)
        .containsExactly(
            "3 [*key]", "call+args", "line+locals", "line", "return+return", "damage 0");
    assertThat(values)
        .containsExactly(
            new FrameValues(ValueKind.ARGS, List.of(named("a", "1"), named("b\n", "'\u001b\"'"))),
            new FrameValues(
                ValueKind.LOCALS, List.of(named("x", "[...]"), new Named("y", Optional.empty()))),
            new FrameValues(ValueKind.RETURN, List.of(named("", "None"))));
  }

  @Test
  void areLeftOutWhereTheSinkDoesNotReadThem() throws IOException {
    readsValues = false;
    Traces.read(
        START
            + Traces.events(
                "[\"call\",1,1,3,4,1],[\"args\",{\"a\":\"1\"}],4,[\"locals\",{\"x\":null}],5,"
                    + "[\"return\",5,1],[\"value\",\"None\"]"),
        EventSink.toEach(List.of(sink, sink)));

    assertThat(received)
        .containsExactly(
            "3 [*key]",
            "3 [*key]",
            "call",
            "line",
            "line",
            "return",
            "call",
            "line",
            "line",
            "return",
            "damage 0",
            "damage 0");
  }

  @Test
  void areReadForAllWhereOneSinkReadsThem() throws IOException {
    Traces.read(
        START + Traces.events("[\"call\",1,1,3,4,1],[\"args\",{\"a\":\"1\"}]"),
        EventSink.toEach(List.of(new IgnoringSink() {}, sink)));

    assertThat(received).containsExactly("3 [*key]", "call+args", "damage 0");
  }

  @Test
  void withoutTheirEventAreDamageAndTheRestStands() throws IOException {
    Traces.read(
        START
            + Traces.events("[\"args\",{}],[\"call\",1,1,3,4,1],[\"locals\",{\"a\":\"1\"}],4")
            + Traces.events(
                "[\"value\",\"1\"],5,[\"locals\",7],6,[\"locals\",{\"a\":[1]}],[\"return\",6,1]"),
        sink);

    assertThat(received)
        .containsExactly("3 [*key]", "call", "line", "line", "line", "return", "damage 2");
  }

  @Test
  void theLastEventOfACutLineIsNotLost() throws IOException {
    String cut = Traces.events("[\"call\",1,1,3,4,1],[\"args\",{\"a\":\"1\"}],4,5");

    Traces.read(START + cut.substring(0, cut.indexOf(",5]")), sink);

    assertThat(received).containsExactly("3 [*key]", "call+args", "damage 0");
  }

  private static Named named(String name, String text) {
    return new Named(name, Optional.of(text));
  }
}
