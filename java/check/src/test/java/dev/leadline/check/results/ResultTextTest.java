package dev.leadline.check.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.check.plan.CheckResult;
import dev.leadline.check.plan.Shard;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  /** The text of {@link Results#fails}. */
  private static final String FAULT =
      """
        FAILS  calls: f exactly 3
          > called 4 times
          | main
          |   Order.total
          | see shop.py:17
          | expected in leadline.yaml:12
      """;

  @Test
  void onlyFailuresAreReportedInDetail() throws IOException {
    CheckResult result =
        Results.of(
            Results.suite(0, "shop", Results.holds("exit: 0"), Results.holds("order: a before b")),
            Results.suite(1, "till", Results.holds("exit: 0"), Results.fails("calls: f exactly 3")),
            Results.suite(2, "old", Results.unknown("exit: 0")));

    assertThat(text(result, ReportStyle.PLAIN))
        .isEqualTo(
            """
            ok      shop on 3.12.1  2 expectations, 1.23 s
            FAILS   till on 3.12.1  2 expectations, 1.23 s
            """
                + FAULT
                + """
            UNKNOWN old on 3.12.1  1 expectation, 1.23 s
              UNKNOWN  exit: 0
                > there is no Python 3.9
                | expected in leadline.yaml
            3 runs, 5 expectations: 3 hold, 1 does not, 1 unknown
            """);
  }

  @Test
  void whatIsUnknownForOneReasonIsReportedOnce() throws IOException {
    CheckResult result =
        Results.of(
            Results.suite(
                0,
                "old",
                Results.unknown("exit: 0"),
                Results.fails("calls: f exactly 3"),
                Results.unknown("calls: g exactly 1"),
                Results.unknown("at most 3 levels")));

    assertThat(text(result, ReportStyle.PLAIN))
        .isEqualTo(
            """
            FAILS   old on 3.12.1  4 expectations, 1.23 s
              UNKNOWN  exit: 0, and 2 more
                > there is no Python 3.9
                | expected in leadline.yaml
            """
                + FAULT
                + """
            1 run, 4 expectations: 0 hold, 1 does not, 3 unknown
            """);
  }

  @Test
  void whatHasJustBeenShownIsNotShownAgain() throws IOException {
    CheckResult result =
        Results.of(
            Results.suite(0, "shop", Results.fails("calls: f exactly 3"), Results.fails("again")));

    assertThat(text(result, ReportStyle.PLAIN))
        .isEqualTo(
            "FAILS   shop on 3.12.1  2 expectations, 1.23 s\n"
                + FAULT
                + """
              FAILS  again
                > called 4 times
                | see shop.py:17
                | expected in leadline.yaml:12
            1 run, 2 expectations: 0 hold, 2 do not, 0 unknown
            """);
  }

  @Test
  void aShardSaysThatItIsOne() throws IOException {
    assertThat(text(Results.shard(new Shard(2, 4)), ReportStyle.PLAIN))
        .isEqualTo("shard 2/4: 0 runs, 0 expectations: 0 hold, 0 do not, 0 unknown\n");
  }

  @Test
  void colourFollowsTheOption() throws IOException {
    CheckResult result = Results.of(Results.suite(0, "shop", Results.fails("x")));

    assertThat(text(result, new ReportStyle(true, 0))).contains("\u001b[31mFAILS\u001b[0m");
    assertThat(text(result, ReportStyle.PLAIN)).doesNotContain("\u001b");
  }

  @Test
  void nothingThatAProgramNamesIsACommandOfABuildServer() throws IOException {
    String text =
        text(Results.of(Results.suite(0, Results.HOSTILE, Results.hostile())), ReportStyle.PLAIN);

    assertThat(text.lines())
        .hasSize(8)
        .noneMatch(line -> line.strip().startsWith("::"))
        .noneMatch(line -> line.contains("##[") || line.contains("##vso["))
        .noneMatch(line -> line.contains("##teamcity["));
    assertThat(text).doesNotContain("\u001b", "\r", "\u202e").contains("#\\x23vso[task.x]e");
  }

  private static String text(CheckResult result, ReportStyle style) throws IOException {
    StringWriter out = new StringWriter();
    new ResultText(out, style).write(result);
    return out.toString();
  }
}
