package dev.leadline.versions;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.Comparer;
import dev.leadline.execution.Execution;
import dev.leadline.runs.CapturedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same program on several interpreters.
 *
 * @param runs in the order in which they were asked for
 * @param neighbours each two runs beside each other that both ran to an end; one that did not is
 *     passed over, so that its neighbours are compared with each other
 * @param hashSeed the value of {@code PYTHONHASHSEED} that Leadline gave to all; empty where the
 *     user did
 */
public record VersionComparison(
    List<VersionRun> runs, List<NeighbourComparison> neighbours, Optional<String> hashSeed) {

  public VersionComparison {
    runs = List.copyOf(runs);
    neighbours = List.copyOf(neighbours);
  }

  /** Lays each run beside the next one that was recorded. */
  public static VersionComparison of(
      List<VersionRun> runs, CauseFinder causes, Optional<String> hashSeed) {
    List<NeighbourComparison> neighbours = new ArrayList<>();
    Optional<VersionRun> left = Optional.empty();
    for (VersionRun right : runs) {
      if (right.isComparable()) {
        left.ifPresent(one -> neighbours.add(compared(one, right, causes)));
        left = Optional.of(right);
      }
    }
    return new VersionComparison(runs, neighbours, hashSeed);
  }

  private static NeighbourComparison compared(
      VersionRun left, VersionRun right, CauseFinder causes) {
    Execution one = left.execution().orElseThrow();
    Execution other = right.execution().orElseThrow();
    return new NeighbourComparison(left, right, new Comparer(causes).compare(one, other));
  }

  /** The run that others' outputs are compared with: the first that ran to an end. */
  public Optional<VersionRun> reference() {
    return runs.stream().filter(VersionRun::isComparable).findFirst();
  }

  /** Whether a run wrote the same bytes to stdout as the reference. */
  public boolean hasReferenceOutput(VersionRun run) {
    CapturedOutput output = run.result().stdout();
    return reference().filter(first -> first.result().stdout().sameAs(output)).isPresent();
  }

  /** How many differences of one category there are between all neighbours. */
  public long count(Category category) {
    return neighbours.stream().mapToLong(pair -> pair.comparison().count(category)).sum();
  }

  /** Whether all ran, and did the same with the same output and exit status. */
  public boolean equal() {
    return endedAlike() && neighbours.stream().allMatch(pair -> pair.comparison().equal());
  }

  /** Whether all ran to an end, with the same output and the same exit status. */
  public boolean endedAlike() {
    return runs.stream().allMatch(this::isLikeReference);
  }

  private boolean isLikeReference(VersionRun run) {
    return run.isComparable()
        && hasReferenceOutput(run)
        && reference().filter(first -> first.status().equals(run.status())).isPresent();
  }
}
