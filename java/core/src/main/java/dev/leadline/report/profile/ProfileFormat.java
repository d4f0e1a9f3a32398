package dev.leadline.report.profile;

import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import java.util.Set;

/** A format that another tool reads: made of calls and their times, with no place for notices. */
interface ProfileFormat extends ReportFormat {

  @Override
  default Set<Need> needs() {
    return Set.of(Need.CALLS, Need.TIMES);
  }

  @Override
  default boolean tellsNotices() {
    return false;
  }

  @Override
  default boolean isForTerminals() {
    return false;
  }
}
