package dev.leadline.versions;

import dev.leadline.compare.Cause.Category;
import dev.leadline.compare.CauseFinder;
import dev.leadline.compare.Comparer;
import dev.leadline.compare.Comparison;
import dev.leadline.compare.UnstableDifferences;
import dev.leadline.outputs.OutputComparison;
import dev.leadline.outputs.Repetition;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Second runs of some interpreters, by which differences that are not repeatable are found. */
public final class SecondRuns {

  private record Second(UnstableDifferences calls, Repetition output) {}

  private static final Second NONE = new Second(UnstableDifferences.NONE, Repetition.NONE);

  private final CauseFinder causes;
  private final Map<VersionRun, Second> seconds = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** One that compares runs by these causes. */
  public SecondRuns(CauseFinder causes) {
    this.causes = causes;
  }

  /** The runs of pairs in which the program did something else, or nothing explains what it did. */
  public static List<VersionRun> doubtful(List<NeighbourComparison> pairs) {
    List<VersionRun> runs = new ArrayList<>();
    for (NeighbourComparison pair : pairs) {
      if (pair.count(Category.PROGRAM) + pair.count(Category.UNEXPLAINED) > 0) {
        runs.add(pair.left());
        runs.add(pair.right());
      }
    }
    return runs.stream().filter(VersionRun::isComparable).distinct().toList();
  }

  /**
   * What is run once more: the same, but that memory comes from elsewhere and strings have other
   * hashes, so that whatever depends on addresses or on the order of a set comes out otherwise.
   */
  public static PythonRun again(VersionRun run) {
    RunSpec spec = run.result().spec();
    Map<String, Optional<String>> environment = new HashMap<>(spec.environment());
    environment.putIfAbsent("PYTHONMALLOC", Optional.of("malloc"));
    environment.replace("PYTHONHASHSEED", Optional.of("0"), Optional.of("1"));
    return new PythonRun(
        run.result().run().python(), spec.toBuilder().environment(environment).build());
  }

  /** Takes in a second run, which is read now and may be closed then. */
  public void add(VersionRun run, VersionRun second) throws IOException {
    if (!second.isComparable()) {
      notes.add(
          run.name()
              + " was run once more, and tells nothing: "
              + second.failure().orElse("it did not run"));
      return;
    }
    Comparison comparison =
        new Comparer(causes)
            .compare(run.execution().orElseThrow(), second.execution().orElseThrow());
    seconds.put(
        run,
        new Second(
            UnstableDifferences.of(run.name(), comparison),
            Repetition.of(run.result(), second.result())));
  }

  /** What could not be found out, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The pair, with what is not repeatable marked. */
  public NeighbourComparison withUnstableMarked(NeighbourComparison pair) throws IOException {
    Second left = seconds.getOrDefault(pair.left(), NONE);
    Second right = seconds.getOrDefault(pair.right(), NONE);
    return left == NONE && right == NONE
        ? pair
        : new NeighbourComparison(
            pair.left(),
            pair.right(),
            pair.comparison().withUnstableMarked(left.calls(), right.calls()),
            OutputComparison.of(
                pair.left().result(), left.output(), pair.right().result(), right.output()));
  }
}
