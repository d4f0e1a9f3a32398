package dev.leadline.check.plan;

import java.util.List;
import java.util.Objects;

/**
 * All that one check file asks for.
 *
 * @param file the check file, as it was named
 * @param runs in their order
 */
public record CheckPlan(String file, List<PlannedRun> runs) {

  public CheckPlan {
    Objects.requireNonNull(file, "file");
    runs = List.copyOf(runs);
  }

  /** What the plan asks for, in a few digits. */
  public PlanDigest digest() {
    return PlanDigest.of(this);
  }
}
