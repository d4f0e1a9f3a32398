package dev.leadline.report.format;

import dev.leadline.event.EventSink;
import dev.leadline.report.text.ReportStyle.Detail;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One form in which a trace can be shown. */
public interface ReportFormat extends Format {

  /**
   * What the report is made of: {@code trace} records it in any case, {@code report} refuses a
   * trace without it.
   */
  default Set<Need> needs() {
    return Set.of();
  }

  /** Whether the report has a place for the trace's notices; otherwise they go to stderr. */
  default boolean tellsNotices() {
    return true;
  }

  /** What of the detail that a person may choose makes a difference to it. */
  default Set<Detail.Choice> choices() {
    return Set.of();
  }

  /** Whether it shows each event as it happens. */
  default boolean isLive() {
    return false;
  }

  /** Whether it is bytes, or a page of text that no terminal shows: stdout must be elsewhere. */
  default boolean isForTerminals() {
    return true;
  }

  /** Why it cannot be written here, where a part of Leadline is missing: one line. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** The artifact that has it and is not here, as {@code GROUP:NAME}. */
  default Optional<String> missingArtifact() {
    return Optional.empty();
  }

  /**
   * A sink that writes the report. It flushes the target at the end of the trace at the latest, and
   * does not close it.
   */
  EventSink open(ReportTarget target) throws IOException;

  /** A format that other tools read: it has no place for notices, and no terminal shows it. */
  interface ForTools extends ReportFormat {

    @Override
    default boolean tellsNotices() {
      return false;
    }

    @Override
    default boolean isForTerminals() {
      return false;
    }
  }
}
