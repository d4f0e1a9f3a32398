package dev.leadline.report;

import java.util.List;
import java.util.Optional;

/** The report formats that there are. */
public final class ReportFormats {

  /** All of them, in the order in which the help names them. */
  public static final List<ReportFormat> ALL = List.of();

  private ReportFormats() {}

  /** The format of that name. */
  public static Optional<ReportFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
