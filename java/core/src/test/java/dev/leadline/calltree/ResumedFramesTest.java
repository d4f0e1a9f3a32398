package dev.leadline.calltree;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.wire.Events;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generators and coroutines that go on, and frames that come and go unseen. */
class ResumedFramesTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "main", 1, false)
          + Traces.code(2, "f", 5, false)
          + Traces.code(3, "gen", 9, false)
          + Traces.code(4, "leaf", 15, false);

  @Test
  void aGeneratorGoesOnWhereItWasCalledFirst() throws IOException {
    assertThat(
            shown(
                Traces.events(
                    call(1, 0, 1, 4, 1)
                        + begun(3, 10, 9, 5, 2, 0)
                        + Events.line(10)
                        + returned(10, 3)
                        + call(2, 10)
                        + Events.line(6)
                        + resumed(3, 5, 10, 6, 3, 0)
                        + Events.line(11)
                        + call(4, 1)
                        + returned(15, 2)
                        + returned(11, 4)
                        + returned(6, 1)
                        + resumed(3, 100, 11, 5, 2, 0)
                        + returned(12, 2)
                        + returned(3, 1))))
        .containsExactly(
            "main calls 1 resumes 0 lines 0 own 121 total 139",
            " gen calls 1 resumes 2 lines 2 own 10 total 12",
            "  leaf calls 1 resumes 0 lines 0 own 2 total 2",
            " f calls 1 resumes 0 lines 1 own 6 total 13");
  }

  @Test
  void theDeepestCallMayBeOneThatGoesOn() throws IOException {
    String trace =
        START
            + Traces.events(
                call(1, 0, 1, 4, 1)
                    + begun(3, 10, 9, 5, 2, 0)
                    + returned(10, 3)
                    + resumed(3, 5, 10, 9, 3, 0))
            + Traces.END;
    CallTree tree = new CallTree();
    FunctionTotals functions = new FunctionTotals();
    Traces.read(trace, tree);
    Traces.read(trace, functions);

    assertThat(tree.threads().get(0).deepest().orElseThrow().depth()).isEqualTo(9);
    assertThat(functions.deepest(0).orElseThrow().depth()).isEqualTo(9);
  }

  @Test
  void aNumberThatIsUsedAgainIsAnotherGenerator() throws IOException {
    assertThat(
            shown(
                Traces.events(
                    call(1, 0, 1, 4, 1)
                        + begun(3, 1, 9, 5, 2, 0)
                        + returned(10, 1)
                        + call(2, 1)
                        + begun(3, 1, 9, 6, 3, 0)
                        + returned(10, 1)
                        + returned(6, 1)
                        + resumed(3, 1, 10, 5, 2, 0)
                        + returned(10, 1))))
        .containsExactly(
            "main calls 1 resumes 0 lines 0 own 3 total 8",
            " gen calls 1 resumes 0 lines 0 own 1 total 1",
            " f calls 1 resumes 0 lines 0 own 2 total 3",
            "  gen calls 1 resumes 1 lines 0 own 2 total 2");
  }

  @Test
  void whereTheFirstCallWasLeftOutItCountsWhereItIsResumed() throws IOException {
    assertThat(
            shown(
                Traces.events(
                    call(1, 0, 1, 4, 1)
                        + begun(4, 1, 15, 5, 2, 0)
                        + returned(15, 1)
                        + call(2, 1)
                        + resumed(3, 1, 10, 6, 3, 0)
                        + returned(10, 1)
                        + returned(6, 1)
                        + resumed(3, 1, 10, 5, 2, 0)
                        + returned(10, 1))))
        .contains("  gen calls 0 resumes 2 lines 0 own 2 total 2");
  }

  @Test
  void theSameNumberInAnotherProcessIsAnotherGenerator() throws IOException {
    assertThat(
            shown(
                Traces.events(call(1, 0, 1, 4, 1) + begun(3, 1, 9, 5, 2, 0) + returned(10, 1))
                    + Traces.child(1, 5, "fork", 4711)
                    + Traces.THREAD
                    + Traces.code(3, "gen", 9, false)
                    + Traces.code(1, "main", 1, false)
                    + Traces.stack(0, "[1,4,1]")
                    + Traces.events(resumed(3, 1, 10, 5, 2, 0) + returned(10, 1) + returned(2, 1))
                    + Traces.END))
        .containsExactly(
            "main calls 1 resumes 0 lines 0 own 1 total 2",
            " gen calls 1 resumes 0 lines 0 own 1 total 1",
            "main calls 0 resumes 0 lines 0 own 1 total 2",
            " gen calls 0 resumes 1 lines 0 own 1 total 1");
  }

  @Test
  void framesThatWentUnseenDoNotTearTheRest() throws IOException {
    assertThat(
            shown(
                Traces.events(call(1, 0, 1, 4, 1) + call(2, 10) + call(4, 10))
                    + Traces.stack(0, "[1,4,1]")
                    + Traces.events(
                        0, 100, Events.line(2) + call(4, 0) + returned(15, 5) + returned(3, 1))))
        .containsExactly(
            "main calls 1 resumes 0 lines 1 own 91 total 106",
            " f calls 1 resumes 0 lines 0 own 10 total 10",
            "  leaf calls 1 resumes 0 lines 0 own 0 total 0",
            " leaf calls 1 resumes 0 lines 0 own 5 total 5");
  }

  @Test
  void aMissingReturnEndsWithTheNextCallThatIsNoDeeper() throws IOException {
    assertThat(
            shown(
                Traces.events(
                    call(1, 0, 1, 4, 1)
                        + call(2, 10)
                        + call(4, 10)
                        + call(4, 10, 15, 5, 2)
                        + returned(15, 5)
                        + returned(3, 1))))
        .containsExactly(
            "main calls 1 resumes 0 lines 0 own 11 total 36",
            " f calls 1 resumes 0 lines 0 own 10 total 20",
            "  leaf calls 1 resumes 0 lines 0 own 10 total 10",
            " leaf calls 1 resumes 0 lines 0 own 5 total 5");
  }

  @Test
  void theSumsByFunctionCountTheSame() throws IOException {
    FunctionTotals totals = new FunctionTotals();
    Traces.read(
        START
            + Traces.events(
                call(1, 0, 1, 4, 1)
                    + begun(3, 10, 9, 5, 2, 0)
                    + returned(10, 3)
                    + resumed(3, 5, 10, 5, 2, 0)
                    + returned(10, 4)
                    + returned(3, 1))
            + Traces.thread(1, "worker")
            + Traces.events(
                1, 50, call(2, 0, 5, 3, 0) + call(3, 1) + returned(9, 2) + returned(5, 1)),
        totals);

    assertThat(totals.byThread().keySet())
        .extracting(thread -> thread.name())
        .containsExactly("MainThread", "worker");
    assertThat(totals.byFunction().entrySet())
        .extracting(entry -> line("", entry.getKey(), entry.getValue()))
        .containsExactly(
            "main calls 1 resumes 0 lines 0 own 16 total 23",
            "gen calls 2 resumes 1 lines 0 own 9 total 9",
            "f calls 1 resumes 0 lines 0 own 2 total 4");
  }

  private static List<String> shown(String records) throws IOException {
    CallTree tree = new CallTree();
    Traces.read(START + records, tree);
    List<String> lines = new ArrayList<>();
    tree.threads().forEach(thread -> thread.roots().forEach(root -> show(root, "", lines)));
    return lines;
  }

  private static void show(CallNode node, String indent, List<String> lines) {
    lines.add(line(indent, node.function(), node));
    node.children().forEach(child -> show(child, indent + " ", lines));
  }

  private static String line(String indent, TracedFunction function, Tally tally) {
    return "%s%s calls %d resumes %d lines %d own %d total %d"
        .formatted(
            indent,
            function.qualname(),
            tally.calls(),
            tally.resumes(),
            tally.lines(),
            tally.ownNs().orElse(-1),
            tally.totalNs().orElse(-1));
  }
}
