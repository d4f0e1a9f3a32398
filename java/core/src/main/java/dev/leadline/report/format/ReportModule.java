package dev.leadline.report.format;

import dev.leadline.event.EventSink;
import java.io.IOException;

/**
 * What writes a {@link ModuleFormat}: a service of a module of its own, so that the libraries that
 * it needs are found, opened and loaded by those alone that write the format.
 */
public interface ReportModule {

  /** The name of the format in the list. */
  String format();

  /** As {@link ReportFormat#open}. */
  EventSink open(ReportTarget target) throws IOException;
}
