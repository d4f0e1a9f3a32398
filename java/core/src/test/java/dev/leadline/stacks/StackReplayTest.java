package dev.leadline.stacks;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.EventSink;
import dev.leadline.filter.Choices;
import dev.leadline.filter.FilterSink;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackReplayTest {

  private static final String CODES =
      Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.code(1, "main", 1, false)
          + Traces.code(2, "f", 5, false)
          + Traces.code(3, "gen", 9, false)
          + Traces.code(4, "leaf", 15, false);

  private static final String GAP = Traces.blind("program_tracer", 1, 2);

  @Test
  void callsAndReturnsWithTheirTimes() throws IOException {
    assertThat(
            replayed(
                Traces.events(
                    call(1, 5, 1, 4, 1)
                        + line(2)
                        + call(2, 10)
                        + line(6)
                        + returned(7, 3)
                        + returned(3, 1))))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] line 2",
            "MainThread [1 main#0] elapsed 10",
            "MainThread [1 main#0] entered f#1 line 5 by call",
            "MainThread [2 f#1] line 6",
            "MainThread [2 f#1] elapsed 3",
            "MainThread [1 main#0] left f#1 15..18",
            "MainThread [1 main#0] elapsed 1",
            "MainThread [0 -] left main#0 5..19");
  }

  @Test
  void framesAboveOneThatHasAnEventHaveVanished() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1)
                    + call(2, null)
                    + call(4, null)
                    + exception(15, "ValueError", "bad"),
                call(2, null, 5, 4, 1)))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] entered f#1 line 5 by call",
            "MainThread [2 f#1] entered leaf#2 line 15 by call",
            "MainThread [3 leaf#2] exception ValueError",
            "MainThread [2 f#1] vanished leaf#2",
            "MainThread [1 main#0] vanished f#1",
            "MainThread [0 -] vanished main#0",
            "MainThread [0 -] entered f#3 line 5 by call",
            "MainThread [0 -] vanished f#3");
  }

  /** CPython 3.9 has it no deeper than it ran before, whichever frame throws into it. */
  @Test
  void aGeneratorThatGoesOnMayBeLessDeepThanTheFrameBelowIt() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1)
                    + begun(3, null, 9, 5, 2, 0)
                    + returned(10, null)
                    + call(2, null)
                    + call(4, null)
                    + resumed(3, null, 10, 5, 2, 0)
                    + returned(11, null)
                    + line(16)
                    + returned(16, null)
                    + returned(6, null)
                    + returned(2, null)))
        .endsWith(
            "MainThread [3 leaf#3] resumed gen#1 by resume",
            "MainThread [3 leaf#3] suspended gen#1",
            "MainThread [3 leaf#3] line 16",
            "MainThread [2 f#2] left leaf#3",
            "MainThread [1 main#0] left f#2",
            "MainThread [0 -] left main#0",
            "ended gen#1");
  }

  @Test
  void framesThatAFilterLeavesOutAreOnNoStack() throws IOException {
    assertThat(
            filtered(
                Choices.all().functions("main", "leaf"),
                call(1, 0, 1, 4, 1)
                    + call(2, 10)
                    + call(4, 10)
                    + returned(15, 3)
                    + returned(7, 5)
                    + returned(3, 2)))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] elapsed 20",
            "MainThread [1 main#0] entered leaf#1 line 15 by call",
            "MainThread [2 leaf#1] elapsed 3",
            "MainThread [1 main#0] left leaf#1 20..23",
            "MainThread [1 main#0] elapsed 7",
            "MainThread [0 -] left main#0 0..30");
  }

  @Test
  void aGeneratorIsTheSameWhereverItIsResumed() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1)
                    + begun(3, null, 9, 5, 2, 0)
                    + returned(10, null)
                    + call(2, null)
                    + resumed(3, null, 10, 6, 3, 0)
                    + line(11)
                    + returned(11, null)
                    + returned(6, null)
                    + returned(3, null)))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] entered gen#1 line 9 by call",
            "MainThread [1 main#0] suspended gen#1",
            "MainThread [1 main#0] entered f#2 line 5 by call",
            "MainThread [2 f#2] resumed gen#1 by resume",
            "MainThread [3 gen#1] line 11",
            "MainThread [2 f#2] suspended gen#1",
            "MainThread [1 main#0] left f#2",
            "MainThread [0 -] left main#0",
            "ended gen#1");
  }

  @Test
  void anActivationsNumberThatIsUsedAgainEndsItsGenerator() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1)
                    + begun(3, null, 9, 5, 2, 0)
                    + returned(10, null)
                    + begun(3, null, 9, 5, 2, 0)
                    + returned(10, null)
                    + resumed(2, null, 5, 5, 2, 0)
                    + returned(6, null)
                    + returned(3, null)))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] entered gen#1 line 9 by call",
            "MainThread [1 main#0] suspended gen#1",
            "ended gen#1",
            "MainThread [1 main#0] entered gen#2 line 9 by call",
            "MainThread [1 main#0] suspended gen#2",
            "ended gen#2",
            "MainThread [1 main#0] entered f#3 line 5 by resume",
            "MainThread [1 main#0] suspended f#3",
            "MainThread [0 -] left main#0",
            "ended f#3");
  }

  /** {@code coroutine.throw()} enters the innermost one of a chain directly. */
  @Test
  void whatIsThrownIntoAChainOfCoroutinesResumesTheInnermost() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1)
                    + begun(3, null, 9, 5, 2, 0)
                    + begun(2, null, 5, 6, 3, 1)
                    + returned(6, null)
                    + returned(10, null)
                    + resumed(3, null, 10, 5, 2, 0)
                    + resumed(2, null, 6, 6, 3, 1)
                    + exception(6, "KeyError", "1")
                    + returned(6, null)
                    + exception(10, "KeyError", "1")
                    + returned(10, null)))
        .containsSubsequence(
            "MainThread [1 main#0] resumed gen#1 by resume",
            "MainThread [2 gen#1] resumed f#2 by resume",
            "MainThread [3 f#2] exception KeyError",
            "MainThread [2 gen#1] suspended f#2",
            "MainThread [2 gen#1] exception KeyError",
            "MainThread [1 main#0] suspended gen#1",
            "ended gen#1",
            "ended f#2");
  }

  @Test
  void aSuspendedFrameThatVanishesMayBeResumed() throws IOException {
    assertThat(
            untimed(
                call(1, null, 1, 4, 1) + begun(3, null, 9, 5, 2, 0),
                call(2, null, 5, 5, 2)
                    + returned(6, null)
                    + resumed(3, null, 10, 5, 2, 0)
                    + returned(11, null)
                    + returned(3, null)))
        .containsSubsequence(
            "MainThread [1 main#0] vanished gen#1",
            "MainThread [1 main#0] entered f#2 line 5 by call",
            "MainThread [1 main#0] resumed gen#1 by resume");
  }

  @Test
  void aStatedStackReplacesWhatWasThere() throws IOException {
    assertThat(
            replayed(
                Traces.events(
                        call(1, 0, 1, 4, 1)
                            + begun(3, 1, 9, 5, 2, 0)
                            + returned(10, 1)
                            + call(2, 1))
                    + GAP
                    + Traces.stack(0, "[1,4,1],[3,5,2,0],[4,6,3]")
                    + Traces.events(0, 50, line(16) + returned(16, 1))))
        .containsSubsequence(
            "MainThread [1 main#0] vanished f#2 3..3",
            "MainThread [1 main#0] resumed gen#1 by unseen",
            "MainThread [2 gen#1] entered leaf#3 line none by unseen",
            "MainThread [3 leaf#3] line 16",
            "MainThread [3 leaf#3] elapsed 48",
            "MainThread [2 gen#1] left leaf#3 3..51",
            "MainThread [1 main#0] vanished gen#1 3..51",
            "MainThread [0 -] vanished main#0 0..51",
            "ended gen#1");
  }

  @Test
  void threadsAndForkedProcessesHaveStacksOfTheirOwn() throws IOException {
    assertThat(
            replayed(
                Traces.events(call(1, 0, 1, 4, 1) + begun(3, 1, 9, 5, 2, 0) + returned(10, 1))
                    + Traces.thread(1, "worker")
                    + Traces.events(1, 5, call(2, 0, 5, 3, 0))
                    + Traces.child(1, 4712, "fork", 4711)
                    + CODES
                    + Traces.stack(0, "[1,4,1]")
                    + Traces.events(0, 9, resumed(3, 0, 10, 5, 2, 0) + returned(10, 1))
                    + Traces.END
                    + Traces.process(0)
                    + Traces.events(0, 20, returned(3, 0))
                    + Traces.events(1, 30, returned(6, 0))))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered main#0 line 1 by call",
            "MainThread [1 main#0] elapsed 1",
            "MainThread [1 main#0] entered gen#1 line 9 by call",
            "MainThread [2 gen#1] elapsed 1",
            "MainThread [1 main#0] suspended gen#1 1..2",
            "begins 0:worker",
            "worker [0 -] entered f#2 line 5 by call",
            "begins 1:MainThread",
            "MainThread [0 -] entered main#3 line none by unseen",
            "MainThread [1 main#3] entered gen#4 line 10 by resume",
            "MainThread [2 gen#4] elapsed 1",
            "MainThread [1 main#3] suspended gen#4 9..10",
            "MainThread [1 main#3] elapsed 0",
            "MainThread [0 -] vanished main#3 9..10",
            "ended gen#4",
            "MainThread [1 main#0] elapsed 18",
            "MainThread [0 -] left main#0 0..20",
            "worker [1 f#2] elapsed 25",
            "worker [0 -] left f#2 5..30",
            "ended gen#1");
  }

  @Test
  void aStackThatIsEmptyMayBeginAgain() throws IOException {
    assertThat(
            replayed(
                Traces.events(call(1, 0, 1, 4, 1) + returned(2, 1))
                    + Traces.thread(1, "worker")
                    + Traces.events(1, 5, call(2, 0, 5, 3, 0) + returned(6, 0))
                    + Traces.events(0, 9, call(2, 0, 5, 4, 1) + returned(6, 0))))
        .filteredOn(line -> line.startsWith("begins"))
        .containsExactly("begins 0:MainThread", "begins 0:worker", "begins 0:MainThread");
  }

  @Test
  void aStackThatTheListenerDoesNotFollowIsNotReplayed() throws IOException {
    ReplayLog log = new ReplayLog("worker");
    read(
        Traces.thread(1, "worker")
            + Traces.events(1, 5, call(2, 0, 5, 3, 0) + line(6) + returned(6, 0))
            + Traces.stack(1, "[1,4,1]"),
        new StackReplay<>(log));

    assertThat(log.lines()).containsExactly("begins 0:worker");
  }

  @Test
  void framesOfAProcessThatWasStoppedAreOpenUntilItsEnd() throws IOException {
    String stopped =
        Traces.events(call(1, 0, 1, 4, 1) + call(2, 10))
            + Traces.flushed(500)
            + Traces.exit(137, true);
    ReplayLog log = new ReplayLog("");
    Traces.read(Traces.HEADER + CODES + stopped, new StackReplay<>(log));
    ReplayLog blind = new ReplayLog("");
    Traces.read(
        Traces.HEADER + CODES + stopped.replace("{\"record\":\"fl", GAP + "{\"record\":\"fl"),
        new StackReplay<>(blind));

    assertThat(log.lines())
        .containsSubsequence(
            "MainThread [2 f#1] elapsed 490",
            "MainThread [1 main#0] vanished f#1 10..500",
            "MainThread [0 -] vanished main#0 0..500");
    assertThat(blind.lines())
        .containsSubsequence(
            "MainThread [1 main#0] vanished f#1 10..10", "MainThread [0 -] vanished main#0 0..10");
  }

  @Test
  void framesAboveTheCutoffAreOnNoStack() throws IOException {
    assertThat(
            filtered(
                Choices.all().cutoff(4),
                call(1, 0, 1, 4, 1)
                    + line(2)
                    + call(2, 10)
                    + line(6)
                    + call(4, 1)
                    + returned(15, 1)
                    + returned(7, 3)
                    + line(3)
                    + returned(3, 1)))
        .containsExactly(
            "begins 0:MainThread",
            "MainThread [0 -] entered f#0 line 5 by call",
            "MainThread [1 f#0] line 6",
            "MainThread [1 f#0] elapsed 1",
            "MainThread [1 f#0] entered leaf#1 line 15 by call",
            "MainThread [2 leaf#1] elapsed 1",
            "MainThread [1 f#0] left leaf#1 11..12",
            "MainThread [1 f#0] elapsed 3",
            "MainThread [0 -] left f#0 10..15");
  }

  private static List<String> untimed(String... batches) throws IOException {
    StringBuilder records = new StringBuilder();
    for (String batch : batches) {
      records.append(Traces.events(batch).replace("\"time_ns\":0", "\"time_ns\":null"));
    }
    return replayed(records.toString());
  }

  private static List<String> filtered(Choices choice, String events) throws IOException {
    ReplayLog log = new ReplayLog("");
    read(
        Traces.events(events),
        FilterSink.keepingStructure(choice.recording(), new StackReplay<>(log)));
    return log.lines();
  }

  private static List<String> replayed(String records) throws IOException {
    ReplayLog log = new ReplayLog("");
    read(records, new StackReplay<>(log));
    return log.lines();
  }

  private static void read(String records, EventSink sink) throws IOException {
    Traces.read(Traces.HEADER + CODES + records + Traces.END, sink);
  }
}
