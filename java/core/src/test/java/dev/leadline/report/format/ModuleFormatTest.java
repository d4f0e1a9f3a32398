package dev.leadline.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadline.report.ReportFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where these tests run there is no module. */
class ModuleFormatTest {

  private static final String MISSING =
      "--format parquet is written by the module dev.leadline:leadline-parquet, which is not on the"
          + " class path";

  private final ReportFormat format = ReportFormats.REPORTS.named("parquet").orElseThrow();

  @Test
  void aMissingModuleIsNamed() {
    assertThat(format.missing()).contains(MISSING);
  }

  @Test
  void nothingIsWrittenWithoutIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> format.open(ReportTarget.plain(out)))
        .isInstanceOf(IOException.class)
        .hasMessage(MISSING);
    assertThat(out.size()).isZero();
  }
}
