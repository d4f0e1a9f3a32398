package dev.leadline.check.plan;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.run.PythonRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries a plan out: all its runs on all their interpreters, several at a time, and judges each as
 * soon as it has ended everywhere. What takes times is judged at the end, when nothing else runs.
 */
public final class CheckRunner {

  private final ChosenPythons pythons;
  private final Path directory;
  private final Map<String, Optional<String>> surroundings;
  private final int atOnce;

  /**
   * @param directory where the check runs: places in files below it are relative to it
   * @param surroundings what is changed in the environment of this process for all programs
   * @param atOnce runs at the same time, at least 1
   */
  public CheckRunner(
      InterpreterChoice interpreters,
      Path directory,
      Map<String, Optional<String>> surroundings,
      int atOnce) {
    this.directory = directory.toAbsolutePath().normalize();
    this.pythons = new ChosenPythons(interpreters);
    this.surroundings = Map.copyOf(surroundings);
    this.atOnce = atOnce;
  }

  /** Begins to look for interpreters that a plan is going to name. */
  public void lookFor(List<String> names) {
    pythons.look(names);
  }

  /** What is about to be run; its size is known only when interpreters are found. */
  public interface Progress {
    /** A watcher for a number of runs. */
    RunWatcher of(int runs);
  }

  /**
   * Runs and judges a shard of a plan.
   *
   * @return what came of it, in the order of the plan
   * @throws dev.leadline.batch.StoppedException if this JVM was stopped
   */
  public CheckResult run(CheckPlan plan, Shard shard, Progress progress) throws IOException {
    List<RunInProgress> runs = begin(plan, shard);
    try (Judge judge = new Judge(directory)) {
      List<Step> steps = steps(runs);
      runs.stream().filter(RunInProgress::isOver).forEach(judge::take);
      try (ProgramRuns programs = ProgramRuns.reading(InputStream.nullInputStream(), atOnce)) {
        programs.run(
            steps.stream().map(Step::run).toList(),
            (index, run) -> steps.get(index).planned().sink(steps.get(index).python()),
            new HandingOver(steps, judge, progress.of(steps.size())));
        return new CheckResult(
            plan.file(), plan.digest(), plan.runs().size(), shard, judge.suites());
      }
    } finally {
      for (RunInProgress run : runs) {
        run.close();
      }
    }
  }

  private List<RunInProgress> begin(CheckPlan plan, Shard shard) {
    List<RunInProgress> runs = new ArrayList<>();
    for (int i = 0; i < plan.runs().size(); i++) {
      if (shard.holds(i)) {
        PlannedRun run = plan.runs().get(i);
        runs.add(new RunInProgress(i, run, pythons.of(run.pythons())));
      }
    }
    return runs;
  }

  private List<Step> steps(List<RunInProgress> runs) {
    List<Step> steps = new ArrayList<>();
    for (RunInProgress run : runs) {
      for (int python = 0; python < run.pythons().size(); python++) {
        Optional<PythonRun> one = run.runOn(python, surroundings);
        if (one.isPresent()) {
          steps.add(new Step(run, python, one.get()));
        }
      }
    }
    return steps;
  }

  /** Gives a planned run to the judge when it has ended on its last interpreter. */
  private static final class HandingOver implements RunWatcher {

    private final List<Step> steps;
    private final Judge judge;
    private final RunWatcher progress;

    HandingOver(List<Step> steps, Judge judge, RunWatcher progress) {
      this.steps = steps;
      this.judge = judge;
      this.progress = progress;
    }

    @Override
    public void started(int index, PythonRun run) {
      progress.started(index, run);
    }

    @Override
    public void ended(int index, RunResult result) {
      Step step = steps.get(index);
      step.planned().ended(step.python(), result);
      if (step.planned().isOver()) {
        judge.take(step.planned());
      }
      progress.ended(index, result);
    }
  }

  /** One of all the runs of a check: a planned one on one of its interpreters. */
  private record Step(RunInProgress planned, int python, PythonRun run) {}
}
