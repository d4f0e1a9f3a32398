package dev.leadline.report.compare;

import dev.leadline.report.format.Format.Described;
import dev.leadline.report.format.FormatList;
import dev.leadline.source.SourceAccess;
import dev.leadline.versions.VersionComparison;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The formats of {@code compare} and {@code diff}: the one place that knows their names. */
public final class ComparisonFormats {

  /** All of them. */
  public static final FormatList<ComparisonFormat> ALL =
      new FormatList<>(List.of(new Text(), new Json(), new Html()));

  private ComparisonFormats() {}

  private static final class Text implements ComparisonFormat {

    @Override
    public Described described() {
      return Described.TEXT;
    }

    @Override
    public void write(ComparedTraces traces, ComparisonStyle style, Writer out) throws IOException {
      new ComparisonText(out, style, SourceAccess.STORED).write(traces.comparison());
    }

    @Override
    public void write(VersionComparison versions, VersionsStyle style, Writer out)
        throws IOException {
      new VersionsText(out, style.text(), style.times()).write(style.program(), versions);
    }
  }

  private static final class Json implements ComparisonFormat {

    @Override
    public Described described() {
      return Described.JSON;
    }

    @Override
    public void write(ComparedTraces traces, ComparisonStyle style, Writer out) throws IOException {
      new ComparisonJson(out, style).write(traces.comparison());
    }

    @Override
    public void write(VersionComparison versions, VersionsStyle style, Writer out)
        throws IOException {
      new VersionsJson(out, style.times()).write(style.program(), versions);
    }
  }

  private static final class Html implements ComparisonFormat {

    @Override
    public Described described() {
      return new Described(
          "html", "one page for the browser: runs, differences, calls of each function", "html");
    }

    @Override
    public void write(ComparedTraces traces, ComparisonStyle style, Writer out) throws IOException {
      ComparisonPage.of(traces, style).write(out);
    }

    @Override
    public void write(VersionComparison versions, VersionsStyle style, Writer out)
        throws IOException {
      ComparisonPage.of(versions, style).write(out);
    }
  }
}
