package dev.leadline.report;

import dev.leadline.event.EventSink;
import dev.leadline.source.SourceAccess;
import java.io.Writer;

/** One form in which a trace can be shown. */
public interface ReportFormat {

  /** The word that the command line takes. */
  String name();

  /** One line for the help. */
  String description();

  /**
   * Whether the form is made of calls and returns, so that a choice of event kinds without both
   * leaves it nothing to show.
   */
  boolean needsCallsAndReturns();

  /**
   * A sink that writes the report to {@code out}. It flushes the writer at the end of the trace at
   * the latest, and does not close it.
   *
   * @param access what the trace may name as its source
   */
  EventSink open(Writer out, ReportStyle style, SourceAccess access);
}
