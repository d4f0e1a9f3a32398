package dev.leadline.versions;

import dev.leadline.batch.CapturedOutput;
import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.Comparison.Allowance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same program on several interpreters.
 *
 * @param runs the oldest interpreter first
 * @param neighbours each two runs beside each other that both ran to an end; one that did not is
 *     passed over, so that its neighbours are compared with each other
 * @param hashSeed the value of {@code PYTHONHASHSEED} that Leadline gave to all; empty where the
 *     user did
 * @param notes what could not be found out, a sentence each
 */
public record VersionComparison(
    List<VersionRun> runs,
    List<NeighbourComparison> neighbours,
    Optional<String> hashSeed,
    List<String> notes) {

  public VersionComparison {
    runs = List.copyOf(runs);
    neighbours = List.copyOf(neighbours);
    notes = List.copyOf(notes);
  }

  /** The runs of those pairs whose differences may not be repeatable. */
  public List<VersionRun> doubtful() {
    return SecondRuns.doubtful(neighbours);
  }

  /** The same with what second runs showed. */
  public VersionComparison withUnstableMarked(SecondRuns seconds) throws IOException {
    List<NeighbourComparison> apart = new ArrayList<>();
    for (NeighbourComparison pair : neighbours) {
      apart.add(seconds.withUnstableMarked(pair));
    }
    return new VersionComparison(runs, apart, hashSeed, seconds.notes());
  }

  /** The first run that ran to an end. */
  public Optional<VersionRun> reference() {
    return runs.stream().filter(VersionRun::isComparable).findFirst();
  }

  /** Whether a run wrote the same bytes to stdout as the reference. */
  public boolean hasReferenceOutput(VersionRun run) {
    CapturedOutput output = run.result().stdout();
    return reference().filter(first -> first.result().stdout().sameAs(output)).isPresent();
  }

  /** How many differences of one category there are between all neighbours. */
  long count(Category category) {
    return neighbours.stream().mapToLong(pair -> pair.count(category)).sum();
  }

  /** How many differences of one category there are that are not allowed. */
  public long failing(Category category) {
    return neighbours.stream().mapToLong(pair -> pair.failing(category)).sum();
  }

  /** The same, of which some differences are allowed. */
  public VersionComparison allowing(Allowance some) {
    List<NeighbourComparison> allowing =
        neighbours.stream().map(pair -> pair.allowing(some)).toList();
    return new VersionComparison(runs, allowing, hashSeed, notes);
  }

  /** Whether all ran, and did the same with the same output and exit status. */
  public boolean equal() {
    return allRan() && neighbours.stream().allMatch(NeighbourComparison::equal);
  }

  /** Whether all ran to an end. */
  public boolean allRan() {
    return runs.stream().allMatch(VersionRun::isComparable);
  }
}
