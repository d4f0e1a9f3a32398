package dev.leadline.check.golden.text;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.check.expect.Place;
import dev.leadline.check.golden.text.GoldenText.TooLongException;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenTextTest {

  private static final String MODULE = call(0, 0, 1, 3, 0) + line(1);
  private static final String MAIN = MODULE + call(1, 0, 10, 4, 1) + line(11);
  private static final String F = call(2, 1) + line(21) + returned(21, 1);
  private static final String G = call(3, 1) + line(31) + returned(31, 1);
  private static final String H = call(4, 1) + line(41) + returned(41, 1);
  private static final String BACK = returned(12, 1);
  private static final String END = BACK + returned(2, 1);

  @Test
  void theModulesCallsAreRootsAndItsFileNeedsNoName() throws IOException {
    assertThat(lines(MAIN + F + END)).containsExactly("main", "  f");
  }

  @Test
  void aFileIsNamedWhereTheCallersIsAnother() throws IOException {
    String trace =
        Traces.HEADER
            + Executions.CODES.replaceFirst("(?s)app.py(\",\"function\":\"f\")", "shop/prices.py$1")
            + Traces.events(MAIN + call(2, 1) + line(21) + G + returned(21, 1) + END)
            + Traces.END;
    assertThat(linesOf(trace)).containsExactly("main", "  f (shop/prices.py)", "    g (app.py)");
  }

  @Test
  void withoutTheModuleEachRootNamesItsFile() throws IOException {
    assertThat(lines(call(1, 0, 10, 4, 1) + line(11) + returned(12, 1)))
        .containsExactly("main (app.py)");
  }

  @Test
  void equalCallsInARowAreOne() throws IOException {
    assertThat(lines(MAIN + F + F + F + G + F + END))
        .containsExactly("main", "  f x3", "  g", "  f");
  }

  @Test
  void equalSequencesInARowAreOne() throws IOException {
    assertThat(lines(MAIN + H + F + G + G + F + G + G + F + G + G + F + END))
        .containsExactly("main", "  h", "  x3:", "    f", "    g x2", "  f");
  }

  @Test
  void callsWithOtherCalleesAreNotEqual() throws IOException {
    String withH = call(2, 1) + line(21) + H + returned(21, 1);
    assertThat(lines(MAIN + withH + withH + F + END))
        .containsExactly("main", "  f x2", "    h", "  f");
  }

  @Test
  void manyEqualCallsAreOneLine() throws IOException {
    String thousand = F.repeat(1_000);
    String batches =
        IntStream.range(0, 200)
            .mapToObj(i -> Traces.events(0, 10 + i, thousand))
            .collect(Collectors.joining());
    String trace =
        Traces.HEADER
            + Executions.CODES
            + Traces.events(MAIN)
            + batches
            + Traces.events(END)
            + Traces.END;
    assertThat(linesOf(trace)).containsExactly("main", "  f x200000");
  }

  /** What came up from a callee is its ending; what was caught stands where it was seen. */
  @Test
  void exceptionsStandWhereTheyBegan() throws IOException {
    String raising = call(2, 1) + line(21) + exception(21, "KeyError", "'k'") + returned(21, 1);
    String exception = exception(11, "KeyError", "'k'") + line(12);
    assertThat(
            lines(
                MAIN
                    + G
                    + exception(11, "ValueError", "no")
                    + line(12)
                    + H
                    + raising
                    + exception
                    + END))
        .containsExactly("main", "  g", "  !ValueError", "  h", "  f raised KeyError");
  }

  @Test
  void anExceptionThatEndsAFunctionIsNotReportedTwice() throws IOException {
    assertThat(
            lines(
                MAIN
                    + call(2, 1)
                    + line(21)
                    + exception(21, "KeyError", "'k'")
                    + line(22)
                    + exception(22, "__main__.Fault", "")
                    + returned(22, 1)
                    + exception(11, "__main__.Fault", "")
                    + line(12)
                    + END))
        .containsExactly("main", "  f raised Fault", "    !KeyError");
  }

  @Test
  void theEndOfAnIterationIsNoise() throws IOException {
    assertThat(
            lines(
                MAIN
                    + exception(11, "StopIteration", "")
                    + line(12)
                    + exception(12, "GeneratorExit", "")
                    + line(13)
                    + END))
        .containsExactly("main");
  }

  @Test
  void anExceptionHasItsNewestName() throws IOException {
    assertThat(lines(MAIN + exception(11, "sre_constants.error", "bad") + line(12) + END))
        .containsExactly("main", "  !re.PatternError");
  }

  /** As 3.11 has it: entered only to be closed. */
  @Test
  void aGeneratorThatNeverRanIsNoise() throws IOException {
    assertThat(
            lines(
                MAIN
                    + F
                    + begun(5, 1, 50, 5, 2, 0)
                    + exception(50, "GeneratorExit", "")
                    + returned(50, 1)
                    + F
                    + END))
        .containsExactly("main", "  f x2");
  }

  @Test
  void whatDidNotReturnIsOpen() throws IOException {
    assertThat(lines(MAIN + call(2, 1) + line(21))).containsExactly("main open", "  f open");
  }

  @Test
  void threadsHaveNoOrderAndNoNames() throws IOException {
    String one = Traces.thread(1, "Thread-1 (work)") + Traces.events(1, 0, task(4, 40));
    String two = Traces.thread(2, "Thread-2 (work)") + Traces.events(2, 0, task(3, 30));
    String three = Traces.thread(3, "0x7f12345") + Traces.events(3, 0, task(4, 40));
    String begin = Traces.HEADER + Executions.CODES + Traces.events(MAIN + END);
    List<String> expected = List.of("main", "threads:", "  g", "  h x2");
    assertThat(linesOf(begin + one + two + three + Traces.END)).isEqualTo(expected);
    assertThat(linesOf(begin + three + two + one + Traces.END)).isEqualTo(expected);
  }

  @Test
  void namesThatHarmAreEscaped() throws IOException {
    String trace =
        Traces.HEADER
            + Executions.CODES.replace("\"qualname\":\"f\"", "\"qualname\":\"a\\nb\\u202e\"")
            + Traces.events(MAIN + F + END)
            + Traces.END;
    assertThat(linesOf(trace)).containsExactly("main", "  a\\nb\\u202e");
  }

  @Test
  void aNameIsNeverTakenForABlock() throws IOException {
    String trace =
        Traces.HEADER
            + Executions.CODES.replace("\"qualname\":\"main\"", "\"qualname\":\"[3.8]\"")
            + Traces.events(MAIN + END)
            + Traces.END;
    assertThat(linesOf(trace)).containsExactly("\\x5b3.8]");
  }

  @Test
  void tooMuchIsRefused() {
    String codes =
        IntStream.range(10, 10_020)
            .mapToObj(i -> Traces.code(i, "f" + i, i, false))
            .collect(Collectors.joining());
    String calls =
        IntStream.range(10, 10_020)
            .mapToObj(i -> call(i, 1) + returned(i, 1))
            .collect(Collectors.joining());
    String trace =
        Traces.HEADER + Executions.CODES + codes + Traces.events(MAIN + calls + END) + Traces.END;
    assertThatThrownBy(() -> linesOf(trace))
        .hasCauseInstanceOf(TooLongException.class)
        .hasMessageContaining("more than 10,000 lines")
        .hasMessageContaining("include, exclude, function or levels");
  }

  @Test
  void aLineKnowsItsPlaceInTheProgram() throws Exception {
    try (Execution execution =
        Executions.of(MAIN + F + exception(13, "KeyError", "") + line(14) + END)) {
      GoldenText text = GoldenText.of(execution);
      assertThat(text.lines()).containsExactly("main", "  f", "  !KeyError");
      assertThat(text.place(1)).hasValue(new Place("app.py", 20));
      assertThat(text.place(2)).hasValue(new Place("app.py", 13));
    }
  }

  private static String task(int code, int firstlineno) {
    return call(code, 0, firstlineno, 4, 1) + line(firstlineno + 1) + returned(firstlineno + 1, 1);
  }

  private static List<String> lines(String events) throws IOException {
    return linesOf(Traces.HEADER + Executions.CODES + Traces.events(events) + Traces.END);
  }

  private static List<String> linesOf(String trace) throws IOException {
    try (Execution execution = Executions.ofTrace(trace)) {
      return GoldenText.of(execution).lines();
    } catch (TooLongException e) {
      throw new IOException(e);
    }
  }
}
