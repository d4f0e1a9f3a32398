package dev.leadline.check;

import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.util.List;

/** Gives a planned run to the judge when it has ended on its last interpreter. */
final class HandingOver implements RunWatcher {

  private final List<Step> steps;
  private final Judge judge;
  private final RunWatcher progress;

  HandingOver(List<Step> steps, Judge judge, RunWatcher progress) {
    this.steps = steps;
    this.judge = judge;
    this.progress = progress;
  }

  @Override
  public void started(int index, RunRequest request) {
    progress.started(index, request);
  }

  @Override
  public void ended(int index, RunResult result) {
    Step step = steps.get(index);
    step.run().ended(step.python(), result);
    if (step.run().isOver()) {
      judge.take(step.run());
    }
    progress.ended(index, result);
  }
}
