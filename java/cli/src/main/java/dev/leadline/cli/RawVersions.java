package dev.leadline.cli;

import dev.leadline.compare.RawComparer;
import dev.leadline.execution.EventList;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The naked event lists of one program on several interpreters. */
final class RawVersions implements Closeable {

  private final List<EventList> lists = new ArrayList<>();

  /** Runs the program and lays neighbours side by side; of a run that failed, that is said. */
  List<RawPair> run(ProgramRuns runs, List<RunRequest> requests, RunWatcher watcher, Voice voice)
      throws IOException {
    for (int i = 0; i < requests.size(); i++) {
      lists.add(EventList.create());
    }
    List<RunResult> results = runs.run(requests, (index, request) -> lists.get(index), watcher);
    List<RawPair> pairs = new ArrayList<>();
    OptionalInt left = OptionalInt.empty();
    for (int right = 0; right < results.size(); right++) {
      RunResult result = results.get(right);
      if (result.failure().isPresent()) {
        voice.say(name(result) + " is not compared: " + result.failure().get());
        continue;
      }
      if (left.isPresent()) {
        pairs.add(pair(left.getAsInt(), right, results));
      }
      left = OptionalInt.of(right);
    }
    return pairs;
  }

  private RawPair pair(int left, int right, List<RunResult> results) {
    return new RawPair(
        name(results.get(left)) + " and " + name(results.get(right)),
        new RawComparer(lists.get(left), lists.get(right)));
  }

  private static String name(RunResult result) {
    return result.request().python().interpreter().version().toString();
  }

  @Override
  public void close() throws IOException {
    for (EventList list : lists) {
      list.close();
    }
  }
}
