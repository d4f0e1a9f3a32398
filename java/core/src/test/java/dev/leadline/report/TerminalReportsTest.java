package dev.leadline.report;

import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.text.ReportStyle;
import dev.leadline.report.text.ReportStyle.Detail;
import dev.leadline.wire.Traces;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as a terminal gets them: what matters first, and no wider than it is. */
class TerminalReportsTest {

  private static final String LONG = "Warehouse.reconcile_outstanding_deliveries_of_last_year";

  private static final String START =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, LONG, 12, false)
          + Traces.code(3, "Warehouse.light", 30, false)
          + Traces.code(4, "Library.entry", 40, "site", false)
          + Traces.code(5, "Library.inner", 50, "site", false)
          + Traces.code(6, "Library.work", 60, "site", false);

  private static final String TRACE =
      START
          + Traces.events(
              call(1, 0, 3, 4, 1)
                  + call(3, 1)
                  + returned(31, 1)
                  + call(2, 1000)
                  + exception(13, "E", "")
                  + returned(13, 2_000_000)
                  + returned(5, 1000))
          + Traces.END;

  @ParameterizedTest
  @ValueSource(ints = {64, 70, 80, 200})
  void notesAndPlacesStandWhereNamesAreCut(int width) throws IOException {
    String tree = Reports.write("tree", TRACE, terminal(width));

    assertThat(tree.lines().filter(line -> line.contains("1 exc ")))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith("  1 exc  app:12"))
        .satisfies(row -> assertThat(row).hasSizeLessThanOrEqualTo(width))
        .satisfies(row -> assertThat(row).contains(width < 80 ? "Warehou" : "Warehouse."))
        .satisfies(row -> assertThat(row.contains("..")).isEqualTo(width < 200));
  }

  @Test
  void aNoteIsWholeWhereThereIsNoRoomForAPlace() throws IOException {
    assertThat(Reports.write("tree", TRACE, terminal(44))).containsPattern("  Wa\\.\\.ar  1 exc\n");
  }

  @Test
  void aTableThatFitsIsWhole() throws IOException {
    String small = Reports.TRACE + Reports.END;
    Detail file = new Detail(0, 0, false, true, true, false);

    assertThat(Reports.write("tree", small, new ReportStyle(false, 120, file)))
        .isEqualTo(Reports.write("tree", small));
  }

  @Test
  void theHeaviestPathsComeFirstAndLightOnesAreCounted() throws IOException {
    assertThat(Reports.write("tree", TRACE, terminal(120)))
        .contains("main", LONG)
        .doesNotContain("    .light", "    Warehouse.light")
        .contains("\n+ 1 path below 0.5 %, 1 ns (--all shows them)\n");
    assertThat(Reports.write("summary", TRACE, terminal(120)))
        .contains("\n+ 2 functions below 0.5 %, 2.00 us (--all shows them)\n");
    assertThat(Reports.write("tree", TRACE, new ReportStyle(false, 120)))
        .as("without the detail of a terminal")
        .containsSubsequence("main", ".light", LONG)
        .doesNotContain("below");
  }

  @Test
  void theHeadingHasTheDeepestCallWhereThereIsOneThread() throws IOException {
    for (String format : new String[] {"tree", "summary"}) {
      assertThat(Reports.write(format, TRACE, terminal(120)))
          .startsWith(
              "app.py --fast on CPython 3.12.1, cutoff auto, deepest 5 (Warehouse.light:30)\n");
    }
  }

  @Test
  void theTopIsTheHeaviestPathsWithTheirCallers() throws IOException {
    ReportStyle style = new ReportStyle(false, 0, new Detail(0, 2, true, true, true, true));

    assertThat(Reports.write("tree", TRACE, style))
        .containsSubsequence("main", LONG, "\n+ 1 path more, 1 ns (--all shows them)\n")
        .doesNotContain("    .light", "    Warehouse.light");
  }

  @Test
  void functionsOfTheCallersClassHaveNoClass() throws IOException {
    String trace =
        START
            + Traces.events(call(2, 0, 12, 4, 1) + call(3, 5) + returned(31, 5) + returned(13, 5))
            + Traces.END;

    assertThat(Reports.write("tree", trace)).contains("  .light  ").doesNotContain("  Warehouse.l");
  }

  @Test
  void functionsOfALibraryThatOnlyPassOnShareARow() throws IOException {
    String trace =
        START
            + Traces.events(
                call(1, 0, 3, 4, 1)
                    + call(4, 1000)
                    + call(5, 1)
                    + call(6, 1)
                    + returned(61, 900_000)
                    + returned(51, 1)
                    + returned(41, 1)
                    + returned(5, 1000))
            + Traces.END;

    assertThat(Reports.write("tree", trace, terminal(100)))
        .contains("  Library.entry > .inner > .work  app:60\n");
    assertThat(Reports.write("tree", trace)).contains("  Library.entry  ").doesNotContain(" > ");
  }

  @Test
  void colourSaysHowMuchOfTheWholeItIs() throws IOException {
    String tree =
        Reports.write(
            "tree", TRACE, new ReportStyle(true, 120, new Detail(0, 0, true, true, true, true)));

    assertThat(tree).contains("\u001b[31m2.00 ms\u001b[0m");
    assertThat(tree.lines().filter(line -> line.contains(".light  ")))
        .singleElement()
        .satisfies(row -> assertThat(row).doesNotContain("\u001b[31m", "\u001b[33m"));
  }

  @Test
  void theLinesOfACallStandUnderIt() throws IOException {
    ReportStyle grouped = new ReportStyle(false, 0, new Detail(0, 0, false, true, true, true));

    assertThat(Reports.write("lines", Reports.TRACE + Reports.END, grouped))
        .startsWith(
            """
            app.py --fast on CPython 3.12.1, cutoff auto
               4  > main  app:3
               4       4
               5    > Order.total  app:12
               5        13
               5        14
               5    <
               4       5
               5    > Order.total  app:12
               5        13
               5        13  ! shop.Bad: no \\x1b[31mred\\n
               5    <
               4  <
            """);
  }

  @Test
  void aFunctionWhoseCallIsNotInTheTraceIsNamed() throws IOException {
    ReportStyle grouped = new ReportStyle(false, 0, new Detail(0, 0, false, true, true, true));
    String trace = START + Traces.stack(0, "[1,4,1]") + Traces.events(line(4, 5)) + Traces.END;

    assertThat(Reports.write("lines", trace, grouped))
        .contains("\n   4  in main  app:3\n   4       4\n   4       5\n");
  }

  /** As many as the call tree keeps: a page shows what matters of them. */
  @Test
  void aHundredThousandPathsAreAPage() throws IOException {
    int functions = 330;
    StringBuilder trace = new StringBuilder(Traces.HEADER + Traces.THREAD);
    for (int i = 0; i < functions; i++) {
      trace.append(Traces.code(i, "f" + i, i + 1, false));
    }
    trace.append("{\"record\":\"events\",\"thread\":0,\"time_ns\":0,\"events\":[");
    trace.append(call(0, 0, 1, 4, 1));
    for (int i = 0; i < functions; i++) {
      trace.append(call(i, 1));
      for (int j = 0; j < functions; j++) {
        trace.append(call(j, 1)).append(returned(1, j == 7 ? 1000 : 1));
      }
      trace.append(returned(1, i == 9 ? 1_000_000 : 1));
    }
    trace.append("[\"return\",1,1]]}\n").append(Traces.END);

    String tree = Reports.write("tree", trace.toString(), terminal(80));

    assertThat(tree.lines()).hasSizeLessThan(60);
    assertThat(tree).contains("  f9  ").containsPattern("\\+ \\d{5,6} paths below 0\\.5 %");
  }

  private static ReportStyle terminal(int width) {
    return new ReportStyle(false, width, Detail.TERMINAL);
  }
}
