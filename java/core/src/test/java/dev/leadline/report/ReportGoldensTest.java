package dev.leadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.page.Pages;
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

  /** Those of core; what is in a module of its own is compared there. */
  static Stream<ReportFormat> formats() {
    return Reports.formats();
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
      return Reports.OF_ALL_KINDS;
    }
    Files.writeString(work.resolve("app.py"), SOURCE);
    return Reports.OF_ALL_KINDS.replace(PROJECT, work.toRealPath().toString());
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
