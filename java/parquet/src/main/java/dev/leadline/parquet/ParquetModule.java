package dev.leadline.parquet;

import dev.leadline.event.EventSink;
import dev.leadline.report.format.ReportModule;
import dev.leadline.report.format.ReportTarget;

/** The service that the list of formats finds. */
public final class ParquetModule implements ReportModule {

  @Override
  public String format() {
    return "parquet";
  }

  @Override
  public EventSink open(ReportTarget target) {
    return new ParquetReport(target.bytes());
  }
}
