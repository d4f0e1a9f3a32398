package dev.leadline.cli.command;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.cli.option.ComparisonOptions;
import dev.leadline.cli.output.Messages;
import dev.leadline.compare.RawComparer;
import dev.leadline.execution.EventList;
import dev.leadline.run.PythonRun;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The naked event lists of one program on several interpreters. */
final class RawVersions implements Closeable {

  private final List<EventList> lists = new ArrayList<>();
  private int compared;

  /** Runs the program and lays neighbours side by side; of a run that failed, that is said. */
  List<ComparisonOptions.RawPair> run(
      ProgramRuns runs, List<PythonRun> programs, RunWatcher watcher, Messages messages)
      throws IOException {
    for (int i = 0; i < programs.size(); i++) {
      lists.add(EventList.create());
    }
    List<RunResult> results = runs.run(programs, (index, run) -> lists.get(index), watcher);
    List<ComparisonOptions.RawPair> pairs = new ArrayList<>();
    OptionalInt left = OptionalInt.empty();
    for (int right = 0; right < results.size(); right++) {
      RunResult result = results.get(right);
      if (result.failure().isPresent()) {
        messages.say(name(result) + " is not compared: " + result.failure().get());
        continue;
      }
      compared++;
      if (left.isPresent()) {
        pairs.add(pair(left.getAsInt(), right, results));
      }
      left = OptionalInt.of(right);
    }
    return pairs;
  }

  /** On how many interpreters the program ran to an end. */
  int compared() {
    return compared;
  }

  private ComparisonOptions.RawPair pair(int left, int right, List<RunResult> results) {
    return new ComparisonOptions.RawPair(
        name(results.get(left)) + " and " + name(results.get(right)),
        new RawComparer(lists.get(left), lists.get(right)));
  }

  private static String name(RunResult result) {
    return result.interpreter().version().toString();
  }

  @Override
  public void close() throws IOException {
    for (EventList list : lists) {
      list.close();
    }
  }
}
