package dev.leadline.report.compare;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.compare.Cause;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.CauseFinder.PlainCauses;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.DifferenceKind;
import dev.leadline.execution.Execution;
import dev.leadline.execution.Executions;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.source.SourceAccess;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

  private static final CauseFinder CATALOGUE =
      (difference, sides) ->
          difference.kind() == DifferenceKind.HELPERS
              ? new Cause("frames", Cause.Category.COMPILER, "no frames here", "PEP 709", "seen")
              : new PlainCauses().causeOf(difference, sides);

  @Test
  void anExceptionIsReportedOnceWithTheCallersThatItPassed() throws IOException {
    String returns =
        call(2, 1) + line(21) + call(3, 1) + line(31) + returned(31, 1) + returned(21, 1);
    String raises =
        call(2, 1)
            + line(21)
            + call(3, 1)
            + line(31)
            + exception(31, "KeyError", "'k'")
            + returned(31, 1)
            + exception(21, "KeyError", "'k'")
            + returned(21, 1)
            + exception(11, "KeyError", "'k'");
    assertThat(shown(returns, raises))
        .containsSequence(
            "What the program did otherwise:",
            "  1. g returns on the left, raises KeyError on the right, sees other exceptions"
                + "  app.py:30",
            "       called by main:11 > f:21",
            "       left   returned",
            "       right  raised KeyError: 'k' in line 31",
            "       and on through f, main")
        .noneMatch(line -> line.startsWith("  2."));
  }

  @Test
  void theProgramsComeFirstAndTheKnownOnesTakeALineEach() throws IOException {
    String framed = line(14) + call(6, 1) + line(14) + returned(14, 1);
    List<String> lines = shown(framed, line(14, 14) + call(4, 1) + returned(41, 1));

    assertThat(lines)
        .first()
        .isEqualTo("1 difference of the program, 0 unexplained, 1 known of the interpreters");
    assertThat(lines.subList(3, lines.size()))
        .containsExactly(
            "  first  main has other frames of the compiler's in it  app.py:10  no frames here",
            "",
            "What the program did otherwise:",
            "  1. h is called on the right only  app.py:40",
            "       called by main:14",
            "       left   no such call",
            "       right  returned",
            "",
            "Known differences of the interpreters:",
            "  no frames here (PEP 709)  x1 in 1 function, first app.py:10");
  }

  private static List<String> shown(String left, String right) throws IOException {
    StringWriter out = new StringWriter();
    ComparisonStyle style = new ComparisonStyle("one", "other", false, ReportStyle.PLAIN);
    try (Execution one = execution(left);
        Execution other = execution(right)) {
      new ComparisonText(out, style, SourceAccess.STORED)
          .write(new Comparer(CATALOGUE).compare(one, other));
    }
    return out.toString().lines().toList();
  }

  private static Execution execution(String calls) throws IOException {
    return Executions.of(call(1, 0, 10, 4, 1) + line(11) + calls + line(12) + returned(12, 1));
  }
}
