package dev.leadline.report;

import dev.leadline.report.coverage.CoberturaFormat;
import dev.leadline.report.coverage.CoverageDataFormat;
import dev.leadline.report.coverage.LcovFormat;
import dev.leadline.report.format.Format;
import dev.leadline.report.format.Format.Described;
import dev.leadline.report.format.FormatList;
import dev.leadline.report.format.ModuleFormat;
import dev.leadline.report.format.ReportFormat;
import dev.leadline.report.html.HtmlReport;
import dev.leadline.report.profile.ChromeReport;
import dev.leadline.report.profile.CollapsedReport;
import dev.leadline.report.profile.PerfettoReport;
import dev.leadline.report.profile.PprofReport;
import dev.leadline.report.profile.SpeedscopeReport;
import java.util.List;
import java.util.stream.Stream;

/** The formats of a trace: the one place that knows their names. */
public final class ReportFormats {

  /** The reports, which a sink writes. */
  public static final FormatList<ReportFormat> REPORTS =
      new FormatList<>(
          List.of(
              new TreeReport.Format(),
              new SummaryReport.Format(),
              new LinesReport.Format(),
              new NdjsonReport.Format(),
              new ModuleFormat(
                  new Described(
                      "parquet", "flat events in columns, for DuckDB, Spark, pandas", "parquet"),
                  "leadline-parquet"),
              new JsonReport.Format(),
              new HtmlReport.Format(),
              new SpeedscopeReport.Format(),
              new CollapsedReport.Format(),
              new ChromeReport.Format(),
              new PerfettoReport.Format(),
              new PprofReport.Format(),
              new CoverageDataFormat(),
              new LcovFormat(),
              new CoberturaFormat()));

  /** The one format that is no report: the stored trace itself. */
  public static final Format STORED_TRACE =
      new Described("trace", "the stored trace itself, which `leadline report` reads", "ndjson");

  /**
   * All that the command line takes. The stored trace comes first, so that a file's extension alone
   * means it rather than flat events.
   */
  public static final FormatList<Format> ALL =
      new FormatList<>(Stream.concat(Stream.of(STORED_TRACE), REPORTS.all()).toList());

  private ReportFormats() {}
}
