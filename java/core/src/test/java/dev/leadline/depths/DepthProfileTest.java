package dev.leadline.depths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.depths.Depths.CutEffect;
import dev.leadline.depths.Stack.Held;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventKind;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.event.Layer;
import dev.leadline.event.Recording;
import dev.leadline.event.Scope;
import dev.leadline.event.TraceEvent;
import dev.leadline.event.TraceEvent.CallEvent;
import dev.leadline.event.TraceEvent.LineEvent;
import dev.leadline.event.TraceRecord;
import dev.leadline.event.TraceRecord.BaseDepth;
import dev.leadline.event.TraceRecord.CallCounts;
import dev.leadline.event.TraceRecord.LayersSeen;
import dev.leadline.event.TraceThread;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured from events and from counted calls. */
class DepthProfileTest {

  private static final TraceThread MAIN = new TraceThread(0, 1, "MainThread", false, 0, 7);
  private static final TraceThread OTHER = new TraceThread(1, 2, "Thread-1", false, 0, 7);
  private static final TraceThread THIRD = new TraceThread(2, 3, "Thread-2", false, 0, 7);
  private static final TraceThread WORKER = new TraceThread(0, 1, "MainThread", false, 1, 8);
  private static final TraceThread FURTHER = new TraceThread(0, 1, "MainThread", false, 2, 9);
  private static final Code MODULE = code(0, "app.py", "<module>", true);
  private static final Code WORK = code(1, "app.py", "work", false);
  private static final Code HELP = code(2, "helper.py", "help", false);
  private static final List<Layer> RUNNER =
      List.of(layer("__main__", "<module>"), layer("__main__", "main"));
  private static final List<Layer> THREAD =
      List.of(layer("threading", "_bootstrap"), layer("threading", "run"));

  private final DepthProfile profile = new DepthProfile();

  @BeforeEach
  void begin() {
    profile.header(header());
  }

  @Test
  void depthsOfTheProgramAndWhatEachCutKeeps() {
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    enter(MAIN, MODULE, 3, 0, 5);
    enter(MAIN, WORK, 4, 1, 2);
    enter(MAIN, HELP, 5, 2, 1);
    Depths depths = end();

    assertThat(depths.cutoff()).hasValue(3);
    assertThat(depths.program().orElseThrow().held())
        .containsExactly(
            new Held(3, true, true, 1, 6, List.of("<module>"), 0),
            new Held(4, false, true, 1, 3, List.of("work"), 0),
            new Held(5, false, false, 1, 2, List.of("help"), 0));
    assertThat(depths.byFileName()).isEqualTo(new CutEffect(9, 6, 2, 1, List.of("help")));
    assertThat(depths.cutAt(2)).isEqualTo(new CutEffect(11, 6, 0, 0, List.of()));
    assertThat(depths.cutAt(3)).isEqualTo(new CutEffect(5, 0, 0, 0, List.of()));
    assertThat(depths.cutAt(4)).isEqualTo(new CutEffect(2, 0, 3, 1, List.of("work")));
    assertThat(depths.cutAtEachBase().isExact()).isTrue();
  }

  @Test
  void threadsOnTheSameLayersAreOneKindWithABaseOfItsOwn() {
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 6, RUNNER));
    enter(MAIN, MODULE, 6, 0, 1);
    profile.record(new BaseDepth(OTHER, Optional.empty(), 2, THREAD));
    enter(OTHER, WORK, 3, 0, 1);
    profile.record(new BaseDepth(THIRD, Optional.empty(), 2, THREAD));
    enter(THIRD, WORK, 3, 0, 1);
    enter(THIRD, HELP, 4, 1, 1);
    Depths depths = end();

    Stack thread = depths.others().get(0);
    assertThat(depths.others()).hasSize(1);
    assertThat(thread.kind()).isEqualTo(StackKind.THREAD);
    assertThat(thread.base()).isEqualTo(2);
    assertThat(thread.stacks()).isEqualTo(2);
    assertThat(thread.calls()).isEqualTo(3);
    assertThat(depths.lostBy(6)).containsExactly(thread);
    assertThat(depths.cutAt(6).lostCalls()).isEqualTo(3);
    assertThat(depths.lostBy(2)).isEmpty();
  }

  @Test
  void whatTheInterpreterCallsItselfIsAStackOfItsOwn() {
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    enter(MAIN, MODULE, 3, 0, 1);
    profile.record(new LayersSeen(MAIN, WORK, 1, 0, List.of()));
    enter(MAIN, WORK, 1, 0, 2);
    enter(MAIN, HELP, 2, 1, 0);
    Depths depths = end();

    assertThat(depths.others()).extracting(Stack::kind).containsExactly(StackKind.ROOT);
    assertThat(depths.others().get(0).events()).isEqualTo(4);
    assertThat(depths.program().orElseThrow().events()).isEqualTo(2);
  }

  @Test
  void layersAboveFramesOfTheProgramAreReportedAndCountedWithTheStackBelow() {
    List<Layer> loop = List.of(layer("asyncio.base_events", "run_forever"));
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    enter(MAIN, MODULE, 3, 0, 1);
    profile.record(new LayersSeen(MAIN, WORK, 5, 1, loop));
    enter(MAIN, WORK, 5, 1, 1);
    Depths depths = end();

    Stack task = depths.others().get(0);
    assertThat(task.kind()).isEqualTo(StackKind.TASK);
    assertThat(task.fixed()).isFalse();
    assertThat(task.base()).isEqualTo(4);
    assertThat(task.held()).isEmpty();
    assertThat(depths.program().orElseThrow().held()).hasSize(2);
  }

  @Test
  void countedCallsAreAddedUpAndATestAtItsModulesDepthIsDistinguishedFromIt() {
    List<Layer> unittest = List.of(layer("unittest.case", "run"), layer("unittest.case", "call"));
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    profile.record(new LayersSeen(MAIN, WORK, 3, 0, unittest));
    profile.record(
        new CallCounts(
            MAIN,
            List.of(
                new TraceRecord.CallCount(MODULE, 3, 0, 1),
                new TraceRecord.CallCount(WORK, 3, 0, 40))));
    profile.record(
        new CallCounts(
            MAIN,
            List.of(
                new TraceRecord.CallCount(WORK, 3, 0, 2),
                new TraceRecord.CallCount(HELP, 4, 1, 7))));
    Depths depths = end();

    assertThat(depths.countedOnly()).isTrue();
    assertThat(depths.program().orElseThrow().calls()).isEqualTo(8);
    Stack tests = depths.others().get(0);
    assertThat(tests.kind()).isEqualTo(StackKind.UNITTEST);
    assertThat(tests.calls()).isEqualTo(42);
    assertThat(depths.cutAt(3)).isEqualTo(new CutEffect(7, 0, 42, 42, List.of("work")));
  }

  @Test
  void aChildThatRunsTheProgramHasTheNumberWhereItsParentHasNone() {
    profile.record(new BaseDepth(WORKER, Optional.of(MODULE), 9, THREAD));
    profile.record(
        new CallCounts(
            WORKER,
            List.of(
                new TraceRecord.CallCount(MODULE, 9, 0, 1),
                new TraceRecord.CallCount(WORK, 10, 1, 4))));
    profile.record(new BaseDepth(FURTHER, Optional.of(MODULE), 9, THREAD));
    profile.record(new CallCounts(FURTHER, List.of(new TraceRecord.CallCount(MODULE, 9, 0, 1))));
    Depths depths = end();

    Stack worker = depths.program().orElseThrow();
    assertThat(depths.cutoff()).hasValue(9);
    assertThat(worker.isOfChild()).isTrue();
    assertThat(worker.stacks()).isEqualTo(2);
    assertThat(depths.others()).isEmpty();
    assertThat(depths.cutAt(9)).isEqualTo(new CutEffect(4, 0, 0, 0, List.of()));
    assertThat(depths.byFileName().kept()).isEqualTo(6);
  }

  @Test
  void theParentsNumberGoesBeforeThatOfAChild() {
    profile.record(new BaseDepth(WORKER, Optional.of(MODULE), 9, THREAD));
    profile.record(new CallCounts(WORKER, List.of(new TraceRecord.CallCount(MODULE, 9, 0, 1))));
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    profile.record(new CallCounts(MAIN, List.of(new TraceRecord.CallCount(MODULE, 3, 0, 1))));
    Depths depths = end();

    assertThat(depths.cutoff()).hasValue(3);
    assertThat(depths.program().orElseThrow().isOfChild()).isFalse();
    assertThat(depths.others()).extracting(Stack::kind).containsExactly(StackKind.CHILD);
  }

  @Test
  void withoutAModuleThereIsNoNumber() {
    Depths depths = end();
    assertThat(depths.cutoff()).isEmpty();
    assertThat(depths.showsStacks()).isFalse();
  }

  @Test
  void endlessRecursionIsBounded() {
    profile.record(new BaseDepth(MAIN, Optional.of(MODULE), 3, RUNNER));
    for (int depth = 4; depth < 10_000; depth++) {
      enter(MAIN, WORK, depth, depth - 3, 0);
    }
    List<Held> held = end().program().orElseThrow().held();
    assertThat(held).hasSizeLessThan(2_100);
    assertThat(held.get(held.size() - 1).depth()).isEqualTo(Integer.MAX_VALUE);
    assertThat(held.stream().mapToLong(Held::calls).sum()).isEqualTo(9_996);
  }

  @Test
  void kindsAreKnownByWhatCalls() {
    assertThat(StackKind.of("f", List.of(layer("_pytest.python", "runtest"))))
        .isEqualTo(StackKind.PYTEST);
    assertThat(StackKind.of("f", List.of(layer("contextlib", "inner"))))
        .isEqualTo(StackKind.CALLBACK);
    Layer frozen = new Layer("<frozen importlib._bootstrap>", "_load", Scope.FROZEN, "");
    assertThat(StackKind.of("<module>", List.of(frozen))).isEqualTo(StackKind.IMPORT);
    assertThat(StackKind.of("f", List.of(frozen))).isEqualTo(StackKind.CALLBACK);
    assertThat(StackKind.of("f", List.of(layer("asynciox", "run")))).isEqualTo(StackKind.CALLBACK);
  }

  private void enter(TraceThread thread, Code code, int depth, int level, int lines) {
    Frame frame = new Frame(code, thread, depth, level);
    profile.event(new CallEvent(frame, 1, TraceEvent.NO_TIME));
    for (int i = 0; i < lines; i++) {
      profile.event(new LineEvent(frame, 2 + i));
    }
  }

  private Depths end() {
    profile.end(
        new Ending(
            Ending.Outcome.COMPLETED,
            OptionalInt.of(0),
            "",
            TraceEvent.NO_TIME,
            OptionalInt.of(3),
            Map.of(),
            Optional.empty(),
            0,
            0));
    return profile.depths();
  }

  private static Code code(int id, String file, String function, boolean base) {
    return new Code(id, file, function, function, 1, "app", Scope.USER, base);
  }

  private static Layer layer(String module, String function) {
    return new Layer("/lib/" + module + ".py", function, Scope.STDLIB, module);
  }

  private static Header header() {
    Recording recording =
        Recording.builder().moduleLevel(true).events(EnumSet.allOf(EventKind.class)).build();
    return new Header(
        "0",
        new Header.Python("3.12.1", "cpython", "/usr/bin/python3", "3.12.1"),
        "settrace",
        "script",
        "app.py",
        List.of("app.py"),
        "/work",
        7,
        0,
        false,
        recording,
        Header.Origin.START,
        OptionalLong.empty(),
        OptionalInt.empty());
  }
}
