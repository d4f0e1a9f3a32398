package dev.leadline.report.profile;

import dev.leadline.report.format.Need;
import dev.leadline.report.format.ReportFormat;
import java.util.Set;

/** A format that viewers of profiles read: made of calls and their times. */
interface ProfileFormat extends ReportFormat.ForTools {

  @Override
  default Set<Need> needs() {
    return Set.of(Need.CALLS, Need.TIMES);
  }
}
