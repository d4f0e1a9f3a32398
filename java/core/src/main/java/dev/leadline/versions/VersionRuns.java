package dev.leadline.versions;

import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.runs.ProgramRuns;
import dev.leadline.runs.RunRequest;
import dev.leadline.runs.RunResult;
import dev.leadline.runs.RunWatcher;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs a program on several interpreters and keeps what each did, until it is closed. */
public final class VersionRuns implements Closeable {

  private record Recorded(ExecutionWriter writer, Reach reach) {}

  private final Map<Integer, Recorded> recorded = new ConcurrentHashMap<>();
  private final List<Execution> executions = new ArrayList<>();
  private final ProgramRuns runs;

  /** One that runs programs there. */
  public VersionRuns(ProgramRuns runs) {
    this.runs = runs;
  }

  /**
   * Runs all.
   *
   * @return what each did, in the order of the requests
   */
  public List<VersionRun> run(List<RunRequest> requests, RunWatcher watcher) throws IOException {
    List<RunResult> results =
        runs.run(
            requests,
            (index, request) -> {
              ExecutionWriter writer = ExecutionWriter.create();
              Reach reach = new Reach(writer);
              recorded.put(index, new Recorded(writer, reach));
              return reach;
            },
            watcher);
    List<VersionRun> done = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      done.add(of(results.get(i), recorded.get(i)));
    }
    return done;
  }

  private VersionRun of(RunResult result, Recorded one) {
    if (one == null || result.launched().isEmpty()) {
      return new VersionRun(result, Optional.empty(), 0, 0);
    }
    Execution execution = one.writer().execution();
    executions.add(execution);
    return new VersionRun(
        result, Optional.of(execution), one.reach().functions(), one.reach().deepestLevel());
  }

  /** Removes what was kept of all executions. */
  @Override
  public void close() throws IOException {
    for (Execution execution : executions) {
      execution.close();
    }
    for (Recorded one : recorded.values()) {
      one.writer().close();
    }
  }
}
