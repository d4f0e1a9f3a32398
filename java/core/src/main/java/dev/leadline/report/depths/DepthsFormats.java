package dev.leadline.report.depths;

import dev.leadline.depths.Measurement;
import dev.leadline.report.format.Format.Described;
import dev.leadline.report.format.FormatList;
import dev.leadline.report.text.ReportStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The formats of {@code depths}: the one place that knows their names. */
public final class DepthsFormats {

  /** All of them. */
  public static final FormatList<DepthsFormat> ALL =
      new FormatList<>(List.of(new Text(), new Json(), new Html()));

  private DepthsFormats() {}

  private static final class Text implements DepthsFormat {

    @Override
    public Described described() {
      return Described.TEXT;
    }

    @Override
    public void write(Measurement measured, ReportStyle style, Writer out) throws IOException {
      new DepthsText(out, style).write(measured);
    }
  }

  private static final class Json implements DepthsFormat {

    @Override
    public Described described() {
      return Described.JSON;
    }

    @Override
    public void write(Measurement measured, ReportStyle style, Writer out) throws IOException {
      new DepthsJson(out).write(measured);
    }
  }

  private static final class Html implements DepthsFormat {

    @Override
    public Described described() {
      return new Described(
          "html", "one page for the browser: layers, cutoff, what other cutoffs lose", "html");
    }

    @Override
    public void write(Measurement measured, ReportStyle style, Writer out) throws IOException {
      new DepthsPage(measured).write(out);
    }
  }
}
