package dev.leadline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.Ending;
import dev.leadline.event.Frame;
import dev.leadline.event.Notice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenFramesTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 10, false)
          + Traces.code(2, "f", 20, false)
          + Traces.code(3, "gen", 30, false);

  private static final String BLIND =
      "{\"record\":\"blind\",\"thread\":0,\"reason\":\"%s\",\"from_ns\":8123,\"to_ns\":991824}\n";

  private final SinkLog log = new SinkLog();

  @Test
  void aStackReplacesWhatWasThere() throws IOException {
    read(
        Traces.events("[\"call\",1,1,10,4,1],[\"call\",2,1]")
            + BLIND.formatted("program_tracer")
            + Traces.stack(0, "[1,4,1],[3,9,2,5]")
            + Traces.events(0, 991824, "31,[\"return\",31,1],11,[\"return\",12,1]"));

    Frame main = log.events().get(0).frame();
    assertThat(log.stacks()).hasSize(1);
    assertThat(log.stacks().get(0).get(0)).isSameAs(main);
    assertThat(log.stacks().get(0).get(1).activation()).isEqualTo(5);
    assertThat(log.lines())
        .containsExactly(
            "call main:10 4/1 @1",
            "call f:20 5/2 @2",
            "line gen:31 9/2",
            "return gen:31 9/2 @991825",
            "line main:11 4/1",
            "return main:12 4/1 @991826");
    assertThat(log.events().get(4).frame()).isSameAs(main);
    assertThat(log.notices())
        .extracting(Notice::kind, Notice::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Notice.Kind.GAP,
                "events of thread MainThread are missing from 0.008 to 0.992 ms: "
                    + "the program set a tracer of its own with sys.settrace"));
  }

  @Test
  void aWideStackTakesNoMoreRoomThanItsDepth() throws IOException {
    read(Traces.stack(0, "[1,4,1],".repeat(1_000_000) + "[2,5,2]") + Traces.events("21"));

    assertThat(log.stacks().get(0)).extracting(Frame::depth).containsExactly(4, 5);
    assertThat(log.lines()).containsExactly("line f:21 5/2");
  }

  @Test
  void aForkedChildBeginsWithTheStackOfItsParent() throws IOException {
    Ending ending =
        read(
            Traces.child(1, 4712, "fork", 4711)
                + Traces.THREAD
                + Traces.code(0, "<module>", 1, true)
                + Traces.code(4, "fork_here", 40, false)
                + Traces.stack(0, "[0,3,0],[4,4,1]")
                + Traces.events(0, 100, "41,[\"return\",42,5],[\"return\",2,5]")
                + Traces.END);

    assertThat(log.lines())
        .containsExactly(
            "line fork_here:41 4/1", "return fork_here:42 4/1 @105", "return <module>:2 3/0 @110");
    assertThat(log.records()).anyMatch(line -> line.startsWith("end of 1") && line.contains("[3]"));
    assertThat(ending.malformedLines()).isZero();
  }

  @Test
  void aCallThatIsNoDeeperShowsThatFramesAreGone() throws IOException {
    read(
        Traces.events(
            "[\"call\",1,1,10,4,1],[\"call\",2,1],[\"call\",2,1],[\"call\",3,1,30,5,2],31,"
                + "[\"return\",31,1],11"));

    assertThat(log.lines())
        .endsWith(
            "call gen:30 5/2 @4", "line gen:31 5/2", "return gen:31 5/2 @5", "line main:11 4/1");
  }

  @Test
  void activationsAreTheFramesAndResumptionsTheCalls() throws IOException {
    read(
        Traces.events(
            "[\"call\",1,1,10,4,1],[\"call\",3,1,30,5,2,7,0],[\"return\",31,1],"
                + "[\"call\",3,1,31,5,2,7,1],[\"return\",32,1],[\"call\",2,1]"));

    assertThat(log.events())
        .filteredOn(event -> event instanceof dev.leadline.event.TraceEvent.CallEvent)
        .extracting(
            event -> event.frame().activation(),
            event -> ((dev.leadline.event.TraceEvent.CallEvent) event).resumed())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(-1, false),
            org.assertj.core.groups.Tuple.tuple(7, false),
            org.assertj.core.groups.Tuple.tuple(7, true),
            org.assertj.core.groups.Tuple.tuple(-1, false));
  }

  @Test
  void reasonsOfLaterVersionsAndUntimedGapsAreReported() throws IOException {
    read(
        BLIND.formatted("eclipse").replace("8123", "null").replace("991824", "null")
            + Traces.child(1, 4712, "fork", 4711)
            + Traces.thread(0, "w\\u001b")
            + BLIND.formatted("recursion"));

    assertThat(log.notices())
        .extracting(Notice::text)
        .containsExactly(
            "events of thread MainThread are missing: eclipse",
            "events of thread w\u001b of process 4712 are missing from 0.008 to 0.992 ms: "
                + "the stack had no room for the tracer, and CPython switched it off");
  }

  @Test
  void framesThatMakeNoSenseAreDamageAndNothingMore() throws IOException {
    List<String> damaged =
        List.of(
            Traces.stack(0, "[1,4]"),
            Traces.stack(0, "[99,4,1]"),
            Traces.stack(5, "[1,4,1]"),
            Traces.stack(0, "[1,\"x\",1]"),
            Traces.stack(0, "7"),
            BLIND.formatted("unknown").replace("\"thread\":0", "\"thread\":5"),
            Traces.leaving("ship", ""));

    Ending ending = read(String.join("", damaged) + Traces.events("[\"call\",1,1,10,4,1]"));

    assertThat(ending.malformedLines()).isEqualTo(damaged.size());
    assertThat(log.lines()).containsExactly("call main:10 4/1 @1");
  }

  private Ending read(String records) throws IOException {
    return Traces.read(START + records, log);
  }
}
