package dev.leadline.report.depths;

import dev.leadline.depths.Measurement;
import dev.leadline.report.format.Format;
import dev.leadline.report.format.FormatList;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One form of a measurement of stacks. */
public record DepthsFormat(Described described, Form form) implements Format {

  /** The formats of {@code depths}: the one place that knows their names. */
  public static final FormatList<DepthsFormat> ALL =
      new FormatList<>(
          List.of(
              new DepthsFormat(
                  Described.TEXT,
                  (measured, style, out) -> new DepthsText(out, style).write(measured)),
              new DepthsFormat(
                  Described.JSON, (measured, style, out) -> new DepthsJson(out).write(measured)),
              new DepthsFormat(
                  new Described(
                      "html",
                      "one page for the browser: layers, cutoff, what other cutoffs lose",
                      "html"),
                  (measured, style, out) -> new DepthsPage(measured).write(out))));

  /** Writes a measurement. */
  public interface Form {

    /** Writes what was measured. */
    void write(Measurement measured, ReportStyle style, Writer out) throws IOException;
  }
}
