package dev.leadline.check.plan;

import dev.leadline.batch.RunResult;
import dev.leadline.check.expect.Expectation;
import dev.leadline.check.expect.Shown;
import dev.leadline.check.plan.ChosenPythons.Asked;
import dev.leadline.check.plan.PlannedRun.Planned;
import dev.leadline.event.Ending;
import dev.leadline.event.EventSink;
import dev.leadline.event.Recording;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.filter.FilterSink;
import dev.leadline.run.PythonRun;
import dev.leadline.run.RunSpec;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    this.wanted = wanted(run.spec().recording(), expectations);
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

  /** What is recorded: that, and what listeners need besides. */
  private RunSpec recorded(RunSpec spec) {
    Recording recorded = wanted;
    for (Expectation expectation : expectations) {
      recorded = expectation.listenerRecording(recorded);
    }
    return spec.toBuilder().recording(recorded).build();
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
  Optional<PythonRun> runOn(int python, Map<String, Optional<String>> surroundings) {
    return pythons
        .get(python)
        .found()
        .map(one -> new PythonRun(one, recorded(run.in(surroundings))));
  }

  /** What receives the events of one of them. */
  synchronized EventSink sink(int python) {
    recorded[python] = new Recorded(expectations, run.spec().recording(), wanted);
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

  /** Why one of them cannot be judged; empty if it can. */
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

  /** Why what one of them showed cannot be judged: no code that ran is among its filters'. */
  Optional<String> unseen(Shown shown) {
    Recording asked = run.spec().recording();
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

  /** What is recorded of one run on one interpreter, until it is closed. */
  private static final class Recorded implements Closeable {

    private final ExecutionWriter writer = ExecutionWriter.create();
    private final List<EventSink> sinks = new ArrayList<>();
    private final Map<Expectation, EventSink> listeners = new LinkedHashMap<>();
    private Optional<Execution> execution = Optional.empty();

    /**
     * @param asked what the filters of the run keep
     * @param wanted what of it the execution holds, since its expectations ask for more
     */
    Recorded(List<Expectation> expectations, Recording asked, Recording wanted) {
      sinks.add(FilterSink.keepingStructure(wanted, writer));
      for (Expectation expectation : expectations) {
        expectation.listener().ifPresent(listener -> listeners.put(expectation, listener));
      }
      // each receives what it asked for, whatever the others did
      listeners.forEach(
          (expectation, listener) ->
              sinks.add(new FilterSink(expectation.listenerRecording(asked), listener)));
    }

    /** What receives the run's events. */
    EventSink sink() {
      return sinks.size() == 1 ? sinks.get(0) : EventSink.toEach(sinks);
    }

    /** What the run showed, once it is over. */
    Shown shown(RunResult result) {
      Execution taken = writer.execution();
      execution = Optional.of(taken);
      return new Shown(result, taken, listeners);
    }

    @Override
    public void close() throws IOException {
      writer.close();
      if (execution.isPresent()) {
        execution.get().close();
      }
    }
  }
}
