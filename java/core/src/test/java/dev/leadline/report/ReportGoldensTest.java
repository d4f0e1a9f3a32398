package dev.leadline.report;

import static dev.leadline.wire.Events.begun;
import static dev.leadline.wire.Events.call;
import static dev.leadline.wire.Events.exception;
import static dev.leadline.wire.Events.line;
import static dev.leadline.wire.Events.resumed;
import static dev.leadline.wire.Events.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.page.Pages;
import dev.leadline.wire.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One trace in every format of the list, compared with a file for each. {@code
 * -Dleadline.goldens=write} writes the files, for review.
 */
class ReportGoldensTest {

  private static final Path GOLDENS = Path.of("src/test/resources/dev/leadline/report/golden");

  /** A generator, an exception, a gap, a thread, and a forked child. */
  private static final String TRACE =
      Traces.HEADER
          + Traces.THREAD
          + Traces.code(0, "<module>", 1, true)
          + Traces.base(0, 0, 3)
          + Traces.code(1, "main", 3, false)
          + Traces.code(2, "Order.items", 12, false)
          + Traces.code(3, "json.dumps", 90, "stdlib", false)
          + Traces.events(
              call(0, 500, 1, 3, 0)
                  + line(1, 20)
                  + call(1, 1000)
                  + line(4)
                  + begun(2, 1000, 12, 5, 2, 0)
                  + line(13)
                  + returned(13, 1000)
                  + line(5)
                  + resumed(2, 1000, 13, 5, 2, 0)
                  + line(14)
                  + exception(14, "shop.Bad", "no red")
                  + returned(14, 2000)
                  + exception(5, "shop.Bad", "no red")
                  + line(6, 7)
                  + call(3, 1000)
                  + returned(91, 5000))
          + Traces.blind("program_tracer", 15000, 17000)
          + Traces.stack(0, "[0,3,0],[1,4,1]")
          + Traces.child(1, 4712, "fork", 4711)
          + Traces.THREAD
          + Traces.code(1, "work", 20, false)
          + Traces.events(0, 9000, call(1, 1000, 20, 9, 0) + line(21) + returned(21, 1000))
          + Traces.leaving("_exit", "3")
          + Traces.process(0)
          + Traces.thread(1, "worker")
          + Traces.events(1, 20000, call(1, 0, 3, 5, 0) + line(4) + returned(4, 2000))
          + Traces.events(0, 30000, returned(7, 0) + returned(20, 1000))
          + Traces.END
          + Traces.exit(0, false);

  private static final String PROJECT = "/home/me/project";

  /** Of which the lines are those of the trace. */
  private static final String SOURCE =
      """
      # lines 3 to 7: main; 12 to 14: items; 20 and 21: work

      def main():
          order = Order()
          for item in order.items():
              print(item)
          dumps(order)


      class Order:

          def items(self):
              yield "red" if self else None
              if not self: raise Bad("no red")
              return


      def dumps(order): return ""

      def work():
          return 1
      """;

  @TempDir Path work;

  static Stream<ReportFormat> formats() {
    return ReportFormats.REPORTS.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReportIsAsItsGolden(ReportFormat format) throws IOException {
    String report = readable(format);
    Path golden = golden(format);
    if ("write".equals(System.getProperty("leadline.goldens"))) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, report);
    }

    assertThat(report).isEqualTo(Files.readString(golden));
  }

  private static Path golden(ReportFormat format) {
    return GOLDENS.resolve(format.name() + "." + format.extension().replaceFirst("\\.gz$", ""));
  }

  /** What says which lines did not run has a source to read. */
  private String trace(ReportFormat format) throws IOException {
    if (!format.needs().contains(Need.MODULE_LEVEL)) {
      return TRACE;
    }
    Files.writeString(work.resolve("app.py"), SOURCE);
    return TRACE.replace(PROJECT, work.toRealPath().toString());
  }

  /** A page without its scripts, and with its data as text. */
  private String readable(ReportFormat format) throws IOException {
    byte[] report = Reports.bytes(format.name(), trace(format));
    String text = Reports.readable(report);
    if (text.startsWith("<!DOCTYPE html>")) {
      return Pages.readable(text);
    }
    return text.replace(work.toRealPath().toString(), PROJECT);
  }

  @Test
  void eachGoldenIsOfAFormat() throws IOException {
    try (Stream<Path> goldens = Files.list(GOLDENS)) {
      assertThat(goldens)
          .containsExactlyInAnyOrderElementsOf(formats().map(ReportGoldensTest::golden).toList());
    }
  }
}
