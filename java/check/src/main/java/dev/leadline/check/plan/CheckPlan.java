package dev.leadline.check.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

  /** The files that its runs read, absolute: programs, their input, and what they must write. */
  public Stream<Path> reads() {
    return runs.stream().flatMap(PlannedRun::reads);
  }

  /** What the plan asks for, in a few digits. */
  public PlanDigest digest() {
    return PlanDigest.of(this);
  }
}
