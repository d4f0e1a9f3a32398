package dev.leadline.report;

import dev.leadline.event.EventSink;
import dev.leadline.source.SourceAccess;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The report formats that there are. */
public final class ReportFormats {

  /** All of them, in the order in which the help names them. */
  public static final List<ReportFormat> ALL =
      List.of(
          new Listed(
              "tree", "calls, lines and times by call path", true, Maker.of(TreeReport::new)),
          new Listed(
              "summary", "totals by function and by depth", true, Maker.of(SummaryReport::new)),
          new Listed(
              "lines", "every event as it happens, with its source", false, LinesReport::new),
          new Listed(
              "ndjson",
              "one JSON object for each event",
              false,
              (out, style, access) -> new NdjsonReport(out)),
          new Listed(
              "json",
              "the summary for machines",
              true,
              (out, style, access) -> new JsonReport(out)));

  private ReportFormats() {}

  /** The format of that name. */
  public static Optional<ReportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  private interface Maker {
    EventSink open(Writer out, ReportStyle style, SourceAccess access);

    /** Of a report without source. */
    static Maker of(BiFunction<Writer, ReportStyle, EventSink> plain) {
      return (out, style, access) -> plain.apply(out, style);
    }
  }

  private record Listed(String name, String description, boolean needsCallsAndReturns, Maker sink)
      implements ReportFormat {

    @Override
    public EventSink open(Writer out, ReportStyle style, SourceAccess access) {
      return sink.open(out, style, access);
    }
  }
}
