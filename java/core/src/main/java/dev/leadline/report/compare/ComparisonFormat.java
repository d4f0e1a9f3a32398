package dev.leadline.report.compare;

import dev.leadline.report.format.Format;
import dev.leadline.report.format.FormatList;
import dev.leadline.source.SourceAccess;
import dev.leadline.versions.VersionComparison;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One form of a comparison: of two executions, or of a program on several interpreters. */
public record ComparisonFormat(Described described, OfTraces traces, OfVersions versions)
    implements Format {

  /** The formats of {@code compare} and {@code diff}: the one place that knows their names. */
  public static final FormatList<ComparisonFormat> ALL =
      new FormatList<>(
          List.of(
              new ComparisonFormat(
                  Described.TEXT,
                  (traces, style, out) ->
                      new ComparisonText(out, style, SourceAccess.STORED)
                          .write(traces.comparison()),
                  (versions, style, out) ->
                      new VersionsText(out, style.text(), style.times())
                          .write(style.program(), versions)),
              new ComparisonFormat(
                  Described.JSON,
                  (traces, style, out) -> new ComparisonJson(out, style).write(traces.comparison()),
                  (versions, style, out) ->
                      new VersionsJson(out, style.times()).write(style.program(), versions)),
              new ComparisonFormat(
                  new Described(
                      "html",
                      "one page for the browser: runs, differences, calls of each function",
                      "html"),
                  (traces, style, out) -> ComparisonPage.of(traces, style).write(out),
                  (versions, style, out) -> ComparisonPage.of(versions, style).write(out))));

  /** Writes what two executions differ in. */
  public interface OfTraces {

    /** Writes it. */
    void write(ComparedTraces traces, ComparisonStyle style, Writer out) throws IOException;
  }

  /** Writes what a program does differently on several interpreters. */
  public interface OfVersions {

    /** Writes it. */
    void write(VersionComparison versions, VersionsStyle style, Writer out) throws IOException;
  }
}
