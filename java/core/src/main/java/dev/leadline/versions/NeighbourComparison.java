package dev.leadline.versions;

import dev.leadline.compare.Comparison;
import java.util.Objects;

/** Two runs that stand beside each other, and in what they differ. */
public record NeighbourComparison(VersionRun left, VersionRun right, Comparison comparison) {

  public NeighbourComparison {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(comparison, "comparison");
  }
}
