package dev.leadline.calltree;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTreeTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "main", 1, false)
          + Traces.code(2, "f", 5, false)
          + Traces.code(3, "g", 9, false);

  @Test
  void addsUpByPathWithOwnAndTotalTimes() throws IOException {
    CallTree tree =
        read(
            call(1, 0, 1, 4, 1)
                + line(2)
                + call(2, 10)
                + line(6)
                + call(3, 1)
                + line(10)
                + returned(10, 5)
                + line(7)
                + returned(7, 2)
                + line(3)
                + call(3, 10)
                + line(10)
                + returned(10, 4)
                + call(2, 10)
                + line(6)
                + returned(6, 100)
                + returned(3, 1));

    assertThat(shown(tree))
        .containsExactly(
            "main calls 1 lines 2 own 31 total 143",
            " f calls 2 lines 3 own 103 total 108",
            "  g calls 1 lines 1 own 5 total 5",
            " g calls 1 lines 1 own 4 total 4");
  }

  @Test
  void countsExceptionsAndTheCallsThatTheyEnded() throws IOException {
    CallTree tree =
        read(
            call(1, 0, 1, 4, 1)
                + call(2, 1)
                + exception(6, "E", "")
                + returned(6, 1)
                + exception(2, "E", "")
                + line(3)
                + returned(3, 1));

    CallNode main = tree.threads().get(0).roots().get(0);
    CallNode f = main.children().get(0);
    assertThat(f.exceptions()).isEqualTo(1);
    assertThat(f.unwound()).isEqualTo(1);
    assertThat(main.exceptions()).isEqualTo(1);
    assertThat(main.unwound()).isZero();
  }

  @Test
  void closesOpenFramesAtTheLastTimeThatWasRecorded() throws IOException {
    CallTree tree =
        read(call(1, 0, 1, 4, 1) + call(2, 10) + call(3, 10) + returned(9, 5) + line(7));

    assertThat(shown(tree))
        .containsExactly(
            "main calls 1 lines 0 own 10 total 25",
            " f calls 1 lines 1 own 10 total 15",
            "  g calls 1 lines 0 own 5 total 5");
  }

  @Test
  void theFramesOfAProgramThatWasStoppedStoodThereUntilThen() throws IOException {
    String open = START + Traces.events(call(1, 0, 1, 4, 1) + call(2, 10) + line(6));

    for (String stopped : List.of(Traces.exit(143, true), Traces.exit(137, false), "")) {
      assertThat(shown(of(open + Traces.flushed(2000) + stopped)))
          .containsExactly(
              "main calls 1 lines 0 own 10 total 2000", " f calls 1 lines 1 own 1990 total 1990");
    }
    assertThat(shown(of(open + Traces.END)))
        .as("a program that went on to its end has left them, or left them behind")
        .containsExactly(
            "main calls 1 lines 0 own 10 total 10", " f calls 1 lines 1 own 0 total 0");
  }

  @Test
  void framesThatWereNotTracedAreNotCountedUntilTheEnd() throws IOException {
    String open = START + Traces.events(call(1, 0, 1, 4, 1) + call(2, 10) + line(6));
    String blind = Traces.blind("recursion", 10, 90);
    String limit = Traces.limit(3, 10);
    String end = Traces.flushed(2000) + Traces.exit(143, true);

    for (String unseen : List.of(blind, limit)) {
      assertThat(shown(of(open + unseen + end)).get(0)).endsWith("own 10 total 10");
    }
    assertThat(shown(of(open + blind + Traces.stack(0, "[1,4,1]") + end)).get(0))
        .isEqualTo("main calls 1 lines 0 own 2000 total 2000");
  }

  @Test
  void theFramesOfAChildStoodThereUntilItWasStopped() throws IOException {
    CallTree tree =
        of(
            START
                + Traces.child(1, 4712, "fork", 4711)
                + Traces.THREAD
                + Traces.code(1, "work", 1, false)
                + Traces.events(call(1, 5, 1, 4, 1))
                + Traces.flushed(300)
                + Traces.process(0)
                + Traces.flushed(900)
                + Traces.exit(143, true));

    assertThat(shown(tree)).containsExactly("work calls 1 lines 0 own 295 total 295");
  }

  @Test
  void hasNoTimesWhereTheTraceHasNone() throws IOException {
    String untimed = Traces.events(call(1, null, 1, 4, 1) + line(2));
    CallTree tree = new CallTree();
    Traces.read(
        START
            + untimed.replace("\"time_ns\":0", "\"time_ns\":null")
            + Traces.flushed(2000)
            + Traces.exit(143, true),
        tree);

    CallNode main = tree.threads().get(0).roots().get(0);
    assertThat(main.ownNs()).isEmpty();
    assertThat(main.totalNs()).isEmpty();
    assertThat(main.lines()).isEqualTo(1);
  }

  @Test
  void givesEachThreadRootsOfItsOwn() throws IOException {
    CallTree tree = new CallTree();
    Traces.read(
        START
            + Traces.thread(1, "worker")
            + Traces.events(call(1, 0, 1, 4, 1))
            + Traces.events(1, 5, call(1, 0, 1, 4, 0) + line(2))
            + Traces.events(line(3) + returned(3, 9)),
        tree);

    assertThat(tree.threads())
        .extracting(each -> each.thread().name())
        .containsExactly("MainThread", "worker");
    assertThat(shown(tree))
        .containsExactly(
            "main calls 1 lines 1 own 9 total 9", "main calls 1 lines 1 own 4 total 4");
  }

  @Test
  void foldsWhatGoesBeyondTheNumberOfPaths() throws IOException {
    CallTree tree = new CallTree(new CallTree.Bounds(2, 100, 10));
    Traces.read(
        START
            + Traces.events(
                call(1, 0, 1, 4, 1)
                    + call(2, 10)
                    + call(3, 1)
                    + line(10)
                    + call(1, 1)
                    + line(2)
                    + returned(2, 1)
                    + returned(10, 1)
                    + returned(7, 2)
                    + call(2, 1)
                    + returned(7, 1)
                    + returned(3, 1)),
        tree);

    assertThat(shown(tree))
        .containsExactly(
            "main calls 1 lines 0 own 12 total 19",
            " f calls 2 lines 0 own 4 total 7",
            "  (other) calls 2 lines 2 own 3 total 3");
    assertThat(tree.folded()).isEqualTo(2);
  }

  @Test
  void foldsRecursionBeyondThePathLengthHoweverDeepItGoes() throws IOException {
    int deep = 10_000;
    CallTree tree = new CallTree(new CallTree.Bounds(100_000, 50, 10));

    Traces.read(
        START
            + Traces.events(
                call(2, 0, 1, 4, 1) + call(2, 1).repeat(deep - 1) + returned(6, 1).repeat(deep)),
        tree);

    List<String> shown = shown(tree);
    assertThat(shown).hasSize(51);
    assertThat(shown.get(0)).isEqualTo("f calls 1 lines 0 own 2 total " + (2L * deep - 1));
    assertThat(shown.get(50))
        .endsWith(
            "(other) calls "
                + (deep - 50)
                + " lines 0 own "
                + (2L * (deep - 50) - 1)
                + " total "
                + (2L * (deep - 50) - 1));
  }

  @Test
  void putsThreadsBeyondTheBoundTogether() throws IOException {
    CallTree tree = new CallTree(new CallTree.Bounds(100, 100, 2));
    StringBuilder trace = new StringBuilder(START);
    for (int i = 1; i < 5; i++) {
      trace.append(Traces.thread(i, "w" + i));
      trace.append(Traces.events(i, 5, call(1, 0, 1, 4, 0) + returned(3, 1)));
    }

    Traces.read(trace.toString(), tree);

    assertThat(tree.threads())
        .extracting(each -> each.thread().name())
        .containsExactly("w1", "w2", "(other threads)");
    assertThat(shown(tree).get(2)).isEqualTo("main calls 2 lines 0 own 2 total 2");
  }

  @Test
  void mergesCodeObjectsOfOneDefinition() throws IOException {
    CallTree tree = new CallTree();
    Traces.read(
        START
            + Traces.code(4, "f", 5, false)
            + Traces.events(
                call(2, 0, 5, 4, 1) + returned(6, 1) + call(4, 0, 5, 4, 1) + returned(6, 1)),
        tree);

    assertThat(shown(tree)).containsExactly("f calls 2 lines 0 own 2 total 2");
  }

  private static CallTree read(String events) throws IOException {
    return of(START + Traces.events(events));
  }

  private static CallTree of(String trace) throws IOException {
    CallTree tree = new CallTree();
    Traces.read(trace, tree);
    return tree;
  }

  private static List<String> shown(CallTree tree) {
    List<String> lines = new ArrayList<>();
    for (CallTree.ThreadTree thread : tree.threads()) {
      thread.roots().forEach(root -> show(root, "", lines));
    }
    return lines;
  }

  private static void show(CallNode node, String indent, List<String> lines) {
    lines.add(
        "%s%s calls %d lines %d own %d total %d"
            .formatted(
                indent,
                node.function().qualname(),
                node.calls(),
                node.lines(),
                node.ownNs().orElse(-1),
                node.totalNs().orElse(-1)));
    node.children().forEach(child -> show(child, indent + " ", lines));
  }
}
