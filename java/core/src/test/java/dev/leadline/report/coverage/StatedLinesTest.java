package dev.leadline.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadline.event.EventSink;
import dev.leadline.report.ReportFormats;
import dev.leadline.report.Reports;
import dev.leadline.report.format.ReportTarget;
import dev.leadline.wire.Traces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Coverage by what the trace says that can run: no file is read, no interpreter asked. */
class StatedLinesTest {

  @Test
  void aTraceOfAnotherMachineIsCounted() throws IOException {
    String trace =
        Reports.TRACE
            + Traces.executable(
                "/home/me/project/app.py",
                "[3],[4,5],[13],[14],[20]",
                "[[13],[14],[20,-12]]",
                "12,\"line\":12,\"name\":\"Order.total")
            + Reports.END;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportTarget target = ReportTarget.plain(out);
    EventSink sink = ReportFormats.REPORTS.named("lcov").orElseThrow().open(target);

    Traces.read(trace, sink);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "TN:",
            "SF:/home/me/project/app.py",
            "FN:12,Order.total",
            "FNDA:2,Order.total",
            "FNF:1",
            "FNH:1",
            "BRDA:13,0,0,1",
            "BRDA:13,0,1,0",
            "BRF:2",
            "BRH:1",
            "DA:3,0",
            "DA:4,1",
            "DA:13,2",
            "DA:14,1",
            "DA:20,0",
            "LF:5",
            "LH:3",
            "end_of_record");
  }
}
