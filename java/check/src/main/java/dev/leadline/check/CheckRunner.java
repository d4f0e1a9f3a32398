package dev.leadline.check;

import dev.leadline.interpreter.InterpreterChoice;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunWatcher;
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
   * @param directory where the check runs: places in files beneath it are told from there
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
    /** Hears of so many runs. */
    RunWatcher of(int runs);
  }

  /**
   * Runs and judges a shard of a plan.
   *
   * @return what came of it, in the order of the plan
   * @throws dev.leadline.runs.StoppedException if this JVM was told to end
   */
  public CheckResult run(CheckPlan plan, Shard shard, Progress progress) throws IOException {
    List<RunInProgress> runs = begin(plan, shard);
    try (Judge judge = new Judge(directory)) {
      List<Step> steps = steps(runs);
      runs.stream().filter(RunInProgress::isOver).forEach(judge::take);
      try (ProgramRuns programs = ProgramRuns.reading(InputStream.nullInputStream(), atOnce)) {
        programs.run(
            steps.stream().map(Step::request).toList(),
            (index, request) -> steps.get(index).run().sink(steps.get(index).python()),
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
        Optional<RunRequest> request = run.request(python, surroundings);
        if (request.isPresent()) {
          steps.add(new Step(run, python, request.get()));
        }
      }
    }
    return steps;
  }
}
