package dev.leadline.versions;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.Comparison.Allowance;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.OutputComparison.OutputPart;
import java.io.IOException;
import java.util.Objects;

/**
 * Two runs that stand beside each other, and in what they differ.
 *
 * @param comparison what their functions did
 * @param output what they wrote, and how they ended
 */
public record NeighbourComparison(
    VersionRun left, VersionRun right, Comparison comparison, OutputComparison output) {

  public NeighbourComparison {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(output, "output");
  }

  /** Compares two runs that were recorded. */
  public static NeighbourComparison of(VersionRun left, VersionRun right, CauseFinder causes)
      throws IOException {
    Comparison comparison =
        new Comparer(causes)
            .compare(left.execution().orElseThrow(), right.execution().orElseThrow());
    return new NeighbourComparison(
        left, right, comparison, OutputComparison.of(left.result(), right.result()));
  }

  /** Whether both did and wrote the same. */
  public boolean equal() {
    return comparison.equal() && output.equal();
  }

  /** How many differences of one category there are. */
  public long count(Category category) {
    return comparison.count(category) + output.count(category);
  }

  /** How many differences of one category there are that are not allowed. */
  long failing(Category category) {
    long failing = comparison.failing(category);
    for (OutputPart part : OutputPart.values()) {
      failing += comparison.allowance().allows(part.id()) ? 0 : output.count(part, category);
    }
    return failing;
  }

  /** The same, of which some differences are allowed. */
  public NeighbourComparison allowing(Allowance some) {
    return new NeighbourComparison(left, right, comparison.allowing(some), output);
  }
}
