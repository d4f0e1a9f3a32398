package dev.leadline.calltree;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.calltree.CallTree.ThreadTree;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recursion, imports and threads, as they are put together for a reader. */
class CallFoldingTest {

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "main", 1, false)
          + Traces.code(2, "f", 5, false)
          + Traces.code(3, "g", 9, false)
          + Traces.code(7, "h", 13, false)
          + Traces.code(8, "traced.<locals>.wrapper", 20, false)
          + Traces.code(4, "<module>", 1, "stdlib", false)
          + Traces.code(5, "<module>", 2, "stdlib", true)
          + Traces.code(6, "_find_and_load", 3, "frozen", false)
              .replace("/home/me/project/app.py", "<frozen importlib._bootstrap>");

  @Test
  void recursionCountsForTheOutermostCall() throws IOException {
    String events =
        call(1, 0, 1, 4, 1)
            + call(2, 10)
            + call(3, 1)
            + returned(10, 5)
            + call(2, 1)
            + call(2, 1)
            + call(3, 1)
            + returned(10, 4)
            + returned(6, 1)
            + returned(6, 1)
            + returned(6, 100)
            + returned(3, 1);

    assertThat(folded(events))
        .containsExactly(
            "main calls 1 own 11 total 126",
            " f calls 3 own 106 total 115 deep 3",
            "  g calls 2 own 9 total 9");
  }

  @Test
  void recursionThroughAnotherFunctionIsFoldedToo() throws IOException {
    String events =
        call(1, 0, 1, 4, 1)
            + call(2, 10)
            + call(3, 1)
            + call(2, 1)
            + call(3, 1)
            + call(7, 1)
            + returned(13, 2)
            + returned(10, 3)
            + returned(6, 4)
            + returned(10, 5)
            + returned(6, 6)
            + returned(3, 1);

    assertThat(folded(events))
        .containsExactly(
            "main calls 1 own 11 total 35",
            " f calls 2 own 12 total 24 deep 2",
            "  g calls 2 own 10 total 17 deep 2",
            "   h calls 1 own 2 total 2");
  }

  @Test
  void whatWrapsSeveralFunctionsIsNoRecursion() throws IOException {
    String events =
        call(1, 0, 1, 4, 1)
            + call(8, 1)
            + call(2, 1)
            + call(8, 1)
            + call(3, 1)
            + returned(10, 1)
            + returned(21, 1)
            + returned(6, 1)
            + returned(21, 1)
            + returned(3, 1);

    assertThat(folded(events))
        .containsExactly(
            "main calls 1 own 2 total 9",
            " traced.<locals>.wrapper calls 1 own 2 total 7",
            "  f calls 1 own 2 total 5",
            "   traced.<locals>.wrapper calls 1 own 2 total 3",
            "    g calls 1 own 1 total 1");
  }

  @Test
  void theDeepestCallOfThreadsThatAreOneIsThatOfAny() throws IOException {
    StringBuilder trace = new StringBuilder(START);
    for (int i = 1; i <= 5; i++) {
      String calls = call(1, 0, 1, 4, 0) + (i == 4 ? call(2, 1) + call(3, 1, 9, 12, 0) : "");
      trace.append(Traces.thread(i, "w" + i)).append(Traces.events(i, 5, calls));
    }

    assertThat(threads(trace.toString(), true))
        .extracting(each -> each.deepest().orElseThrow())
        .extracting(deepest -> deepest.depth() + " " + deepest.function().qualname())
        .containsExactly("12 g");
    assertThat(threads(trace.toString(), false))
        .extracting(each -> each.deepest().orElseThrow().depth())
        .containsExactly(4, 4, 4, 12, 4);
  }

  @Test
  void importsAreOneNodeOfTheirCaller() throws IOException {
    String events =
        call(1, 0, 1, 4, 1)
            + call(6, 10)
            + call(4, 1)
            + call(2, 5)
            + returned(6, 5)
            + returned(1, 5)
            + returned(3, 1)
            + call(4, 1)
            + returned(1, 2)
            + returned(2, 1);

    assertThat(folded(events))
        .containsExactly("main calls 1 own 12 total 31", " (imports) calls 2 own 19 total 19");
  }

  @Test
  void theProgramItselfIsNoImport() throws IOException {
    assertThat(folded(call(5, 0, 2, 3, 0) + call(2, 1) + returned(6, 1) + returned(3, 1)))
        .containsExactly("<module> calls 1 own 2 total 3", " f calls 1 own 1 total 1");
  }

  @Test
  void threeThreadsThatBeginAlikeAreOneTree() throws IOException {
    StringBuilder trace = new StringBuilder(START);
    for (int i = 1; i <= 5; i++) {
      trace.append(Traces.thread(i, "w" + i));
      int first = i == 3 ? 2 : 1;
      trace.append(
          Traces.events(
              i, 5, call(first, 0, 1, 4, 0) + call(3, 1) + returned(9, i) + returned(3, 1)));
    }

    List<ThreadTree> merged = threads(trace.toString(), true);
    assertThat(merged)
        .extracting(each -> each.threads() + " " + each.thread().name() + " " + each.last().name())
        .containsExactly("4 w1 w5", "1 w3 w3");
    assertThat(shown(merged.get(0).roots()))
        .containsExactly("main calls 4 own 8 total 20", " g calls 4 own 12 total 12");
    assertThat(threads(trace.toString(), false)).hasSize(5);
  }

  @Test
  void twoThreadsStayApart() throws IOException {
    String trace =
        START
            + Traces.thread(1, "w1")
            + Traces.events(1, 5, call(1, 0, 1, 4, 0))
            + Traces.thread(2, "w2")
            + Traces.events(2, 5, call(1, 0, 1, 4, 0));

    assertThat(threads(trace, true)).hasSize(2);
  }

  private static List<ThreadTree> threads(String trace, boolean merges) throws IOException {
    CallTree tree = new CallTree(CallTree.Bounds.DEFAULT, merges);
    Traces.read(trace, tree);
    return tree.threads();
  }

  private static List<String> folded(String events) throws IOException {
    List<ThreadTree> threads = threads(START + Traces.events(events), true);
    return shown(CallFolding.fold(threads.get(0).roots()));
  }

  private static List<String> shown(List<CallNode> roots) {
    List<String> lines = new ArrayList<>();
    roots.forEach(root -> show(root, "", lines));
    return lines;
  }

  private static void show(CallNode node, String indent, List<String> lines) {
    lines.add(
        "%s%s calls %d own %d total %d%s"
            .formatted(
                indent,
                node.function().qualname(),
                node.calls(),
                node.ownNs().orElse(-1),
                node.totalNs().orElse(-1),
                node.recursion() > 0 ? " deep " + node.recursion() : ""));
    node.children().forEach(child -> show(child, indent + " ", lines));
  }
}
