package dev.leadline.report;

import dev.leadline.event.EventSink;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The report formats that there are. */
public final class ReportFormats {

  /** All of them, in the order in which the help names them. */
  public static final List<ReportFormat> ALL =
      List.of(
          new Listed("tree", "calls, lines and times by call path", true, TreeReport::new),
          new Listed("summary", "totals by function and by depth", true, SummaryReport::new),
          new Listed(
              "lines", "every event as it happens, with its source", false, LinesReport::new),
          new Listed(
              "ndjson",
              "one JSON object for each event",
              false,
              (out, style) -> new NdjsonReport(out)),
          new Listed(
              "json", "the summary for machines", true, (out, style) -> new JsonReport(out)));

  private ReportFormats() {}

  /** The format of that name. */
  public static Optional<ReportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  private record Listed(
      String name,
      String description,
      boolean needsCallsAndReturns,
      BiFunction<Writer, ReportStyle, EventSink> sink)
      implements ReportFormat {

    @Override
    public EventSink open(Writer out, ReportStyle style) {
      return sink.apply(out, style);
    }
  }
}
