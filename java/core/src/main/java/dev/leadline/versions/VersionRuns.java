package dev.leadline.versions;

import dev.leadline.event.EventSink;
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
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs a program on several interpreters and keeps what each did, until it is closed. */
public final class VersionRuns implements Closeable {

  private record Recorded(ExecutionWriter writer, Reach reach) {}

  private final Queue<Recorded> all = new ConcurrentLinkedQueue<>();
  private final List<Execution> executions = new ArrayList<>();
  private final ProgramRuns runs;

  /** One that runs programs there. */
  public VersionRuns(ProgramRuns runs) {
    this.runs = runs;
  }

  /**
   * Runs all. It can be asked for again; what earlier runs did stays.
   *
   * @return what each did, in the order of the requests
   */
  public List<VersionRun> run(List<RunRequest> requests, RunWatcher watcher) throws IOException {
    return run(requests, (index, sink) -> sink, watcher);
  }

  /** What a run's events go through on their way to what is kept. */
  @FunctionalInterface
  public interface Through {
    /** What receives the events of the run at that place, and passes them on to the sink. */
    EventSink to(int index, EventSink sink);
  }

  /** As {@link #run(List, RunWatcher)}, where not all that is recorded is kept. */
  public List<VersionRun> run(List<RunRequest> requests, Through through, RunWatcher watcher)
      throws IOException {
    Map<Integer, Recorded> recorded = new ConcurrentHashMap<>();
    List<RunResult> results =
        runs.run(
            requests,
            (index, request) -> {
              ExecutionWriter writer = ExecutionWriter.create();
              Reach reach = new Reach(writer);
              Recorded one = new Recorded(writer, reach);
              all.add(one);
              recorded.put(index, one);
              return through.to(index, reach);
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
    for (Recorded one : all) {
      one.writer().close();
    }
  }
}
