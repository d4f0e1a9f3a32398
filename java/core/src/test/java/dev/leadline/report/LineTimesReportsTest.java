package dev.leadline.report;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.returned;
import static dev.leadline.wire.Events.timed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.report.page.Pages;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail;
import dev.leadline.wire.Traces;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What reports make of the times of lines: they add up to the own times of functions. */
class LineTimesReportsTest {

  private static final String HEAD =
      Traces.LINE_TIMES
          + Traces.THREAD
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "inner", 12, false);

  private static final String TRACE =
      HEAD
          + Traces.source("/home/me/project/app.py", "\\n".repeat(13))
          + Traces.events(
              call(1, 5, 3, 4, 1)
                  + timed(4, 10)
                  + call(2, 100)
                  + timed(13, 1000)
                  + exception(13, "E", "")
                  + returned(13, 20)
                  + timed(5, 7)
                  + timed(4, 30)
                  + returned(5, 1))
          + Traces.END;

  private static final String THREADS =
      HEAD
          + Traces.thread(1, "worker")
          + Traces.events(call(1, 5, 3, 4, 1) + timed(4, 10))
          + Traces.events(1, 20, call(2, 0, 12, 9, 0) + timed(13, 40))
          + Traces.events(0, 15, timed(5, 2000) + returned(5, 8))
          + Traces.events(1, 60, returned(13, 900))
          + Traces.END;

  private static final Detail GROUPED = new Detail(0, 0, false, true, true, true);

  @Test
  void aRowOfLinesEndsWithTheTimeUntilTheNextOne() throws IOException {
    assertThat(Reports.write("lines", TRACE, new ReportStyle(false, 0, GROUPED)))
        .contains(
            """
               4  > main  app:3  10 ns
               4       4  100 ns
               5    > inner  app:12  1.00 us
               5        13
               5        13  ! E  20 ns
               5    <  7 ns
               4       5  30 ns
               4       4  1 ns
               4  <
            """);
  }

  @Test
  void theRowsOfAFunctionAddUpToItsOwnTime() throws IOException {
    assertThat(Reports.write("tree", TRACE))
        .as("10 + 100 + 7 + 30 + 1 of main, 1000 + 20 of inner")
        .containsPattern("1 +148 ns +1\\.17 us +100% +main")
        .containsPattern("1 +1\\.02 us +1\\.02 us +87% +inner");
  }

  @Test
  void timesStandAtTheEdgeOfATerminal() throws IOException {
    String rows = Reports.write("lines", TRACE, new ReportStyle(false, 60, GROUPED));

    assertThat(rows.lines().filter(row -> row.endsWith("s") && row.startsWith("   ")))
        .hasSize(7)
        .allSatisfy(row -> assertThat(row).hasSize(60));
    assertThat(rows).containsPattern("> main {20,}app:3 +10 ns");
  }

  @Test
  void aTimeThatIsKnownAfterAnotherThreadsRowHasARowOfItsOwn() throws IOException {
    assertThat(Reports.write("lines", THREADS))
        .contains(
            """
               4  call      app.py:3 main  10 ns
               4  line      app.py:4 main
            [1] is thread 1 worker
               9  [1] call      app.py:12 inner  40 ns
               9  [1] line      app.py:13 inner
               4  ...  2.00 us
               4  line      app.py:5 main  8 ns
               4  return    app.py:5 main
               9  [1] ...  900 ns
               9  [1] return    app.py:13 inner
            """);
  }

  @Test
  void thePageHasTheOwnTimeOfEachLine() throws IOException {
    JsonNode data = new ObjectMapper().readTree(Pages.data(Reports.write("html", TRACE)));
    JsonNode source = data.get("sources").get(0);

    assertThat(data.get("run").get("lineTimes").booleanValue()).isTrue();
    assertThat(source.get("line")).hasToString("[3,4,5,12,13]");
    assertThat(source.get("hits")).hasToString("[0,2,1,0,1]");
    assertThat(source.get("ownNs")).hasToString("[10,108,30,1000,20]");
  }

  @Test
  void withoutThemThePageHasNone() throws IOException {
    String trace = Reports.TRACE + Traces.source("/home/me/project/app.py", "1\\n") + Reports.END;

    JsonNode data = new ObjectMapper().readTree(Pages.data(Reports.write("html", trace)));

    assertThat(data.get("run").get("lineTimes").booleanValue()).isFalse();
    assertThat(data.get("sources").get(0).get("ownNs")).isNull();
  }

  @Test
  void flatEventsHaveThem() throws IOException {
    assertThat(Reports.write("ndjson", TRACE).lines().filter(row -> row.contains("\"line\"")))
        .extracting(row -> row.replaceAll(".*time_ns\":", ""))
        .containsExactly("15}", "1115}", "1142}", "1172}");
  }
}
