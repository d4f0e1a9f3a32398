package dev.leadline.report;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportsTest {

  private static final Detail UNFOLDED = new Detail(0, 0, false, false, true, false);

  @Test
  void treeShowsPathsWithCountsAndTimes() throws IOException {
    assertThat(Reports.write("tree", Reports.TRACE + Reports.END))
        .isEqualTo(
            """
            app.py --fast on CPython 3.12.1, base depth 3, cutoff auto, deepest 5 (Order.total:12)
            calls      own    total     %  function                  at
                1  1.52 us  2.50 ms  100%  main                   app:3
                2  2.50 ms  2.50 ms  100%    Order.total  1 exc  app:12
            12 events: 3 calls, 5 lines, 3 returns, 1 exception; raised (shop.Bad: no red), status 1, 2.60 ms
            """);
  }

  @Test
  void summaryShowsTotalsByFunctionAndByDepth() throws IOException {
    assertThat(Reports.write("summary", Reports.TRACE + Reports.END))
        .isEqualTo(
            """
            app.py --fast on CPython 3.12.1, base depth 3, cutoff auto, deepest 5 (Order.total:12)
            calls  lines      own     %    total  function                at
                2      3  2.50 ms  100%  2.50 ms  Order.total  1 exc  app:12
                1      2  1.52 us   <1%  2.50 ms  main                 app:3

            depth  level  call  line  return  exception
                4      1     1     2       1          0
                5      2     2     3       2          1

            12 events: 3 calls, 5 lines, 3 returns, 1 exception; raised (shop.Bad: no red), status 1, 2.60 ms
            """);
  }

  @Test
  void untimedReportsHaveNoTimesAndSortByCalls() throws IOException {
    String untimed =
        Reports.TRACE
            .replace("\"timed\":true", "\"timed\":false")
            .replace("\"time_ns\":0", "\"time_ns\":null")
            .replaceAll("(\"call\",\\d|\"return\",\\d+),\\d+", "$1,null");

    assertThat(Reports.write("summary", untimed))
        .contains("calls  lines  function                at\n    2      3  Order.total")
        .doesNotContain(" us", " ms");
    assertThat(Reports.write("tree", untimed))
        .contains("\n    1      2  main                   app:3\n");
  }

  @Test
  void linesShowsEachEventAsItHappens() throws IOException {
    assertThat(Reports.write("lines", Reports.TRACE + Reports.END))
        .isEqualTo(
            """
            app.py --fast on CPython 3.12.1, cutoff auto
               4  call      app.py:3 main
               4  line      app.py:4 main
               5    call      app.py:12 Order.total
               5    line      app.py:13 Order.total
               5    line      app.py:14 Order.total
               5    return    app.py:14 Order.total
               4  line      app.py:5 main
               5    call      app.py:12 Order.total
               5    line      app.py:13 Order.total
               5    exception app.py:13 Order.total  shop.Bad: no \\x1b[31mred\\n
               5    return    app.py:13 Order.total
               4  return    app.py:5 main
            12 events: 3 calls, 5 lines, 3 returns, 1 exception; raised (shop.Bad: no red), status 1, 2.60 ms
            """);
  }

  @Test
  void linesFlushesAfterEveryBatchOfEvents() throws IOException {
    FlushCounter out = new FlushCounter();

    Traces.read(Reports.TRACE, Reports.open("lines", out, ReportStyle.PLAIN));

    assertThat(out.flushes()).isEqualTo(1 + 1 + 1);
  }

  @Test
  void threadsAreReported() throws IOException {
    String trace =
        Reports.TRACE
            + "{\"record\":\"thread\",\"thread\":1,\"ident\":9,\"name\":\"work\\u001b[1m\"}\n"
            + Traces.events(1, 5, call(1, 0, 3, 9, 0));

    assertThat(Reports.write("tree", trace))
        .containsPattern("\nthread 0 MainThread +deepest 5 \\(Order\\.total:12\\)\n")
        .containsPattern("\nthread 1 work\\\\x1b\\[1m +deepest 9 \\(main:3\\)\n");
    assertThat(Reports.write("lines", trace))
        .contains("\n[1] is thread 1 work\\x1b[1m\n   9  [1] call      app.py:3 main\n");
  }

  @Test
  void threadsThatBeginAlikeHaveOneHeading() throws IOException {
    StringBuilder trace = new StringBuilder(Reports.TRACE);
    for (int i = 1; i <= 3; i++) {
      trace.append(Traces.thread(i, "pool_" + i));
      trace.append(Traces.events(i, 5, call(1, 0, 3, 9 + i, 0) + returned(4, 1)));
    }

    List<String> wide = Reports.write("tree", trace.toString()).lines().toList();
    List<String> narrow =
        Reports.write("tree", trace.toString(), new ReportStyle(false, 40)).lines().toList();

    assertThat(wide).contains("3 threads pool_1..3 alike               deepest 12 (main:3)");
    assertThat(narrow).contains("thread 0 MainThread", "3 threads pool_1..3 alike");
  }

  @Test
  void nothingThatAProgramNamesReachesTheTerminalRaw() throws IOException {
    String evil = "\\u001b]0;x\\u0007\\u009b2J\\u202e\\r\\n";
    String trace =
        (Reports.TRACE + Reports.END)
            .replace("Order.total", evil)
            .replace("app.py", evil)
            .replace("no red", evil)
            .replace("3.12.1\"", evil + "\"");

    for (String format : Reports.formats().map(ReportFormat::name).toList()) {
      assertThat(Reports.readable(Reports.bytes(format, trace)))
          .as(format)
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    }
  }

  @Test
  void rowsAreCutToTheWidthAndSentencesAreNot() throws IOException {
    String tree = Reports.write("tree", Reports.TRACE + Reports.END, new ReportStyle(false, 40));

    String[] lines = tree.split("\n");
    assertThat(Arrays.copyOf(lines, lines.length - 1)).allMatch(line -> line.length() <= 40);
    assertThat(lines[0]).isEqualTo("app.py --fast on CPython 3.12.1, base");
    assertThat(lines[1]).isEqualTo("  depth 3, cutoff auto, deepest 5");
    assertThat(lines[lines.length - 1]).endsWith("2.60 ms");
  }

  @Test
  void colourIsUsedWhereItIsWantedAndChangesNothingElse() throws IOException {
    for (String format : new String[] {"tree", "summary", "lines"}) {
      String coloured = Reports.write(format, Reports.TRACE, new ReportStyle(true, 60));

      assertThat(coloured).contains("\u001b[1m");
      assertThat(coloured.replaceAll("\u001b\\[\\d*m", ""))
          .isEqualTo(Reports.write(format, Reports.TRACE, new ReportStyle(false, 60)));
    }
  }

  @Test
  void deepPathsAreIndentedOnlySoFar() throws IOException {
    String deep = Reports.TRACE + Traces.events(call(1, 1, 3, 4, 1) + call(1, 1).repeat(1999));

    String tree = Reports.write("tree", deep, new ReportStyle(false, 0, UNFOLDED));

    assertThat(tree)
        .contains("  (+1) main  app:3\n", "  (+959) main  app:3\n", "(+960) (other)\n")
        .contains(
            "note: too many call paths, or too long ones; 1000 calls counted under (other)\n");
    assertThat(tree.lines()).allMatch(line -> line.length() < 180);
  }

  @Test
  void notesAndDamageAreReported() throws IOException {
    String trace = Reports.TRACE + "oops\n{\"record\":\"novel\"}\n" + Reports.END;

    for (String format : new String[] {"tree", "summary", "lines"}) {
      assertThat(Reports.write(format, trace))
          .contains(
              "note: line 8 of the trace could not be read, it is cut off or no record: \"oops\"\n")
          .endsWith("1 line could not be read, 1 record of unknown kinds skipped\n");
    }
  }

  @Test
  void closingNamesEveryOutcome() throws IOException {
    String killed = Traces.exit(137, false);

    assertThat(Reports.write("tree", Reports.TRACE + killed))
        .endsWith(
            "; died (killed by signal 9 (SIGKILL); last event that came: return at line 5 in main (app.py)), status 137, 2.50 ms\n");
    assertThat(Reports.write("tree", Reports.TRACE))
        .contains("; cut off (the trace stops in the middle; ");
    assertThat(Reports.write("tree", Traces.HEADER + Traces.END))
        .endsWith("0 events; completed, 120 us\n");
  }

  @Test
  void titlesStandAboveRowsAlone() throws IOException {
    for (String format : new String[] {"tree", "summary"}) {
      assertThat(
              Reports.write(format, Traces.HEADER + Traces.END).lines().filter(l -> !l.isEmpty()))
          .hasSize(2);
    }
  }
}
