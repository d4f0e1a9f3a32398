package dev.leadline.check;

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

  /**
   * What the plan asks for, in 64 hexadecimal digits: the same for the same plan on any machine,
   * whatever its directory, so that the results of shards can be told to belong together.
   */
  public String digest() {
    return new PlanDigest().of(this);
  }
}
