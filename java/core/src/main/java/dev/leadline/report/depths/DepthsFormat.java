package dev.leadline.report.depths;

import dev.leadline.depths.Measurement;
import dev.leadline.report.format.Format;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.io.Writer;

/** One form of a measurement of stacks. */
public interface DepthsFormat extends Format.WithDescription {

  /** Writes what was measured. */
  void write(Measurement measured, ReportStyle style, Writer out) throws IOException;
}
