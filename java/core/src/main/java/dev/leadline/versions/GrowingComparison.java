package dev.leadline.versions;

import dev.leadline.compare.CauseFinder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays each run beside the next one that was recorded, as soon as both are there: the comparison
 * goes on while other interpreters run.
 */
public final class GrowingComparison {

  private final CauseFinder causes;
  private final List<VersionRun> runs = new ArrayList<>();
  private final List<NeighbourComparison> neighbours = new ArrayList<>();
  private Optional<VersionRun> last = Optional.empty();

  /** One without runs, that asks for the cause of each difference. */
  public GrowingComparison(CauseFinder causes) {
    this.causes = causes;
  }

  /** Adds a run; the oldest interpreter's comes first. */
  public void add(VersionRun run) throws IOException {
    runs.add(run);
    if (run.isComparable()) {
      if (last.isPresent()) {
        neighbours.add(NeighbourComparison.of(last.get(), run, causes));
      }
      last = Optional.of(run);
    }
  }

  /**
   * What the runs differ in that were added.
   *
   * @param hashSeed the value of {@code PYTHONHASHSEED} that Leadline gave to all
   */
  public VersionComparison compared(Optional<String> hashSeed) {
    return new VersionComparison(runs, neighbours, hashSeed, List.of());
  }
}
