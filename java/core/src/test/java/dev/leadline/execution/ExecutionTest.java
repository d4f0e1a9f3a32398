package dev.leadline.execution;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadline.execution.Activation.SeenException;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {

  private static final String MAIN = call(1, 0, 10, 4, 1) + line(11);

  @Test
  void callsAreATreeWithLinesAndPlaces() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21, 22, 21)
                    + call(4, 1)
                    + returned(41, 1)
                    + returned(21, 1)
                    + line(12)
                    + call(3, 1)
                    + returned(31, 1)
                    + returned(12, 1)))
        .containsExactly(
            "main RETURNED {11=1, 12=1} size 4",
            " f RETURNED {21=2, 22=1} size 2",
            "  h RETURNED {} size 1",
            " g RETURNED {} size 1");
  }

  @Test
  void anExceptionThatReachesTheCallerEndsTheCall() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + returned(21, 1)
                    + exception(11, "KeyError", "'k'")
                    + line(12)
                    + returned(12, 1)))
        .containsExactly(
            "main RETURNED {11=1, 12=1} KeyError size 2", " f KeyError {21=1} KeyError size 1");
  }

  /** A bare raise, the end of a finally and of a with have no exception event of their own. */
  @Test
  void anExceptionThatWasLetThroughEndsTheCall() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + line(22, 23)
                    + returned(23, 1)
                    + exception(11, "KeyError", "'k'")
                    + line(12)
                    + returned(12, 1)))
        .contains(" f KeyError {21=1, 22=1, 23=1} KeyError size 1");
  }

  /** A manager may take the exception that came last. */
  @Test
  void theExceptionThatReachesTheCallerEndsTheCall() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + exception(22, "ValueError", "v")
                    + returned(22, 1)
                    + exception(11, "KeyError", "'k'")
                    + line(12)
                    + returned(12, 1)))
        .contains(" f KeyError {21=1} KeyError ValueError size 1");
  }

  /** Frames that are not recorded stand between the two. */
  @Test
  void anExceptionReachesItsCallerThroughHiddenFrames() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1, 20, 6, 2)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + line(22)
                    + returned(22, 1)
                    + exception(11, "KeyError", "'k'")
                    + line(12)
                    + returned(12, 1)))
        .contains(" f KeyError {21=1, 22=1} KeyError size 1");
  }

  /** These may have handled it. */
  @Test
  void hiddenFramesMayHandleAnException() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1, 20, 6, 2)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + returned(21, 1)
                    + line(12)
                    + returned(12, 1)))
        .contains(" f KeyError {21=1} KeyError size 1");
  }

  @Test
  void anExceptionOfTheCallersOwnEndsNoCall() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + line(22)
                    + returned(22, 1)
                    + exception(11, "KeyError", "'other'")
                    + line(12)
                    + returned(12, 1)))
        .contains(" f RETURNED {21=1, 22=1} KeyError size 1");
  }

  /** A with statement at the end of a function has no line event behind the exception up to 3.9. */
  @Test
  void anExceptionOfWhichTheCallerHearsNothingWasCaught() throws IOException {
    assertThat(
            shown(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + returned(21, 1)
                    + line(12)
                    + returned(12, 1)))
        .contains(" f RETURNED {21=1} KeyError size 1");
  }

  @Test
  void aComprehensionsFrameIsItsOwners() throws IOException {
    String events =
        MAIN
            + call(6, 1)
            + line(14)
            + call(3, 1)
            + returned(31, 1)
            + line(14)
            + returned(14, 1)
            + returned(12, 1);
    assertThat(shown(events))
        .containsExactly("main RETURNED {11=1, 14=2} size 2", " g RETURNED {} size 1");
    try (Execution execution = Executions.of(events)) {
      assertThat(execution.activation(0).helpers()).containsExactly(entry("<listcomp>", 1L));
    }
  }

  @Test
  void aGeneratorIsOneActivationWhereverItGoesOn() throws IOException {
    assertThat(
            shown(
                MAIN
                    + begun(5, 1, 50, 5, 2, 0)
                    + line(51)
                    + returned(51, 1)
                    + call(2, 1)
                    + resumed(5, 1, 51, 6, 3, 0)
                    + line(52)
                    + call(4, 1)
                    + returned(41, 1)
                    + returned(52, 1)
                    + returned(21, 1)
                    + returned(12, 1)))
        .containsExactly(
            "main RETURNED {11=1} size 4",
            " gen RETURNED {51=1, 52=1} size 2",
            "  h RETURNED {} size 1",
            " f RETURNED {} size 1");
  }

  @Test
  void aCoroutineThatReturnsWhatItAwaitedRaisesNothing() throws IOException {
    assertThat(
            shown(
                MAIN
                    + begun(5, 1, 50, 9, 2, 0)
                    + line(51)
                    + exception(51, "StopIteration", "3")
                    + returned(51, 1)
                    + returned(12, 1)))
        .contains(" gen RETURNED {51=1} StopIteration size 1");
  }

  @Test
  void anExceptionKnowsHowManyCallsCameBeforeIt() throws IOException {
    try (Execution execution =
        Executions.of(
            MAIN
                + exception(11, "KeyError", "")
                + line(12)
                + call(2, 1)
                + returned(21, 1)
                + call(3, 1)
                + returned(31, 1)
                + exception(12, "OSError", "")
                + line(13)
                + returned(13, 1))) {
      assertThat(execution.activation(0).exceptions())
          .extracting(SeenException::type, SeenException::calls)
          .containsExactly(tuple("KeyError", 0), tuple("OSError", 2));
    }
  }

  @Test
  void whatWasNotSeenToEndIsOpen() throws IOException {
    assertThat(shown(MAIN + call(2, 1) + line(21)))
        .containsExactly("main OPEN {11=1} size 2", " f OPEN {21=1} size 1");
  }

  @Test
  void hashesTellWhatDiffers() throws IOException {
    String otherLine = MAIN + line(13) + returned(12, 1);
    String otherOrder = call(1, 0, 10, 4, 1) + line(13, 11) + returned(12, 1);
    try (Execution one = Executions.of(otherLine);
        Execution same = Executions.of(otherLine);
        Execution order = Executions.of(otherOrder);
        Execution call = Executions.of(MAIN + call(2, 1) + returned(21, 1) + returned(12, 1))) {
      assertThat(one.fullHash(0)).isEqualTo(same.fullHash(0)).isNotEqualTo(order.fullHash(0));
      assertThat(one.structureHash(0))
          .isEqualTo(order.structureHash(0))
          .isNotEqualTo(call.structureHash(0));
    }
  }

  /** A file that grew in front of a function moves it, and changes nothing that it does. */
  @Test
  void linesCountFromTheDefinition() throws IOException {
    String moved =
        Executions.CODES.replace(
            "\"firstlineno\":10,\"lineno\":10", "\"firstlineno\":17,\"lineno\":17");
    try (Execution before = Executions.of(call(1, 0, 10, 4, 1) + line(11) + returned(11, 1));
        Execution after =
            Executions.ofTrace(
                Traces.HEADER
                    + moved
                    + Traces.events(call(1, 0, 17, 4, 1) + line(18) + returned(18, 1))
                    + Traces.END)) {
      assertThat(after.fullHash(0)).isEqualTo(before.fullHash(0));
    }
  }

  @Test
  void nothingStaysBehind(@TempDir Path directory) throws IOException {
    try (ExecutionWriter writer = ExecutionWriter.create(directory)) {
      Traces.read(
          Traces.HEADER + Executions.CODES + Traces.events(MAIN + returned(11, 1)) + Traces.END,
          writer);
      try (Execution execution = writer.execution()) {
        assertThat(execution.facts().activations()).isEqualTo(1);
      }
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  private static List<String> shown(String events) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Execution execution = Executions.of(events)) {
      show(execution, execution.firstRoot(execution.stacks().get(0)), "", lines);
    }
    return lines;
  }

  private static void show(Execution execution, int first, String indent, List<String> lines) {
    for (int each = first; each != Execution.NONE; each = execution.next(each)) {
      Activation activation = execution.activation(each);
      Outcome outcome = activation.outcome();
      StringBuilder line = new StringBuilder(indent).append(activation.key().qualname());
      line.append(' ').append(outcome.type().isEmpty() ? outcome.kind() : outcome.type());
      line.append(' ').append(activation.lines());
      activation.exceptions().forEach(seen -> line.append(' ').append(seen.type()));
      lines.add(line + " size " + activation.size());
      show(execution, execution.firstChild(each), indent + " ", lines);
    }
  }
}
