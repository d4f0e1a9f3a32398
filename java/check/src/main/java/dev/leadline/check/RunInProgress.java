package dev.leadline.check;

import dev.leadline.check.ChosenPythons.Asked;
import dev.leadline.check.PlannedRun.Planned;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.expect.Expectation;
import dev.leadline.expect.Shown;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One planned run on all its interpreters, while they are at work. What each shows comes in from
 * the threads of the runs.
 */
final class RunInProgress implements Closeable {

  private final int index;
  private final PlannedRun run;
  private final List<Asked> pythons;
  private final List<Expectation> expectations;
  private final Recording wanted;
  private final Recorded[] recorded;
  private final RunResult[] results;
  private int missing;

  /** The run at that place of its plan. */
  RunInProgress(int index, PlannedRun run, List<Asked> pythons) {
    this.index = index;
    this.run = run;
    this.pythons = pythons;
    this.expectations = run.expectations().stream().map(Planned::expectation).toList();
    this.wanted = wanted(run.recording(), expectations);
    this.recorded = new Recorded[pythons.size()];
    this.results = new RunResult[pythons.size()];
    this.missing = (int) pythons.stream().filter(one -> one.found().isPresent()).count();
  }

  /** What the execution is to hold. */
  private static Recording wanted(Recording asked, List<Expectation> expectations) {
    Recording wanted = asked;
    for (Expectation expectation : expectations) {
      wanted = expectation.recording(wanted);
    }
    return wanted;
  }

  /** What is recorded: that, and what listeners hear besides. */
  private Recording recorded() {
    Recording recorded = wanted;
    for (Expectation expectation : expectations) {
      recorded = expectation.heard(recorded);
    }
    return recorded;
  }

  int index() {
    return index;
  }

  PlannedRun run() {
    return run;
  }

  List<Asked> pythons() {
    return pythons;
  }

  List<Expectation> expectations() {
    return expectations;
  }

  /** What is run on one of the interpreters; empty where it was not found. */
  Optional<RunRequest> request(int python, Map<String, Optional<String>> surroundings) {
    return pythons.get(python).found().map(one -> run.request(one, recorded(), surroundings));
  }

  /** What hears the events of one of them. */
  synchronized EventSink sink(int python) {
    recorded[python] = new Recorded(expectations, run.recording(), wanted);
    return recorded[python].sink();
  }

  /** Takes in how one of them did. */
  synchronized void ended(int python, RunResult result) {
    results[python] = result;
    missing--;
  }

  /** Whether none of them is at work any more. */
  synchronized boolean isOver() {
    return missing == 0;
  }

  /** How one of them did; empty where it was not found. */
  synchronized Optional<RunResult> result(int python) {
    return Optional.ofNullable(results[python]);
  }

  /** What one of them showed; to be asked once. */
  synchronized Shown shown(int python) {
    return recorded[python].shown(results[python]);
  }

  /** Why nothing can be told of one of them; empty where something can. */
  Optional<String> unknown(int python) {
    if (pythons.get(python).found().isEmpty()) {
      return Optional.of(pythons.get(python).problem());
    }
    RunResult result = result(python).orElseThrow();
    boolean cut =
        result.ending().filter(ending -> ending.outcome() == Ending.Outcome.CUT).isPresent();
    return result.launched().isEmpty() || cut
        ? result.failure().or(() -> Optional.of("it did not run"))
        : Optional.empty();
  }

  /** Why nothing can be told of what one of them showed: no code that ran is among its filters'. */
  Optional<String> unseen(Shown shown) {
    Recording asked = run.recording();
    boolean narrowed =
        !asked.include().isEmpty() || !asked.exclude().isEmpty() || !asked.functions().isEmpty();
    return narrowed && shown.execution().facts().activations() == 0
        ? Optional.of("nothing was recorded: of what ran, nothing passes the run's filters")
        : Optional.empty();
  }

  @Override
  public synchronized void close() throws IOException {
    for (Recorded one : recorded) {
      if (one != null) {
        one.close();
      }
    }
  }
}
