package dev.leadline.versions;

import dev.leadline.batch.ProgramRuns;
import dev.leadline.batch.ProgramRuns.RunWatcher;
import dev.leadline.batch.RunResult;
import dev.leadline.event.Code;
import dev.leadline.event.Ending;
import dev.leadline.event.EventBatch;
import dev.leadline.event.EventSink;
import dev.leadline.event.Frame;
import dev.leadline.event.Header;
import dev.leadline.execution.Execution;
import dev.leadline.execution.ExecutionWriter;
import dev.leadline.run.PythonRun;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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

  /** What a run's events go through on their way to what is kept. */
  @FunctionalInterface
  public interface Through {
    /** What receives the events of the run at that place, and passes them on to the sink. */
    EventSink to(int index, EventSink sink);
  }

  /** What receives what a run did, in the order of the runs, while others still run. */
  @FunctionalInterface
  public interface InOrder {
    /** The next run. */
    void next(VersionRun run) throws IOException;
  }

  /** Runs all. It can be asked for again; what earlier runs did stays. */
  public void run(List<PythonRun> planned, RunWatcher watcher, InOrder each) throws IOException {
    run(planned, (index, sink) -> sink, watcher, each);
  }

  /**
   * As {@link #run(List, RunWatcher, InOrder)}, where not all that is recorded is kept.
   *
   * @return what each did, in the order of the runs
   */
  public List<VersionRun> run(List<PythonRun> planned, Through through, RunWatcher watcher)
      throws IOException {
    List<VersionRun> done = new ArrayList<>();
    run(planned, through, watcher, done::add);
    return done;
  }

  /** As {@link #run(List, RunWatcher, InOrder)}, where events go through something else. */
  public void run(List<PythonRun> planned, Through through, RunWatcher watcher, InOrder each)
      throws IOException {
    Map<Integer, Recorded> recorded = new ConcurrentHashMap<>();
    runs.run(
        planned,
        (index, run) -> {
          ExecutionWriter writer = ExecutionWriter.create();
          Reach reach = new Reach();
          Recorded one = new Recorded(writer, reach);
          all.add(one);
          recorded.put(index, one);
          return through.to(index, EventSink.toEach(List.of(reach, writer)));
        },
        watcher,
        (index, result) -> each.next(of(result, recorded.get(index))));
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

  /** Counts how far an execution reaches. */
  private static final class Reach implements EventSink {

    private static final int MOST_FUNCTIONS = 100_000;

    private record Name(String file, String qualname) {}

    private final Set<Name> functions = new HashSet<>();
    private final Set<Code> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private Frame latest;
    private int deepestLevel;

    @Override
    public void header(Header header) {}

    @Override
    public void events(EventBatch events) {
      for (int i = 0; i < events.size(); i++) {
        if (events.frame(i) != latest) {
          latest = events.frame(i);
          reached(latest);
        }
      }
    }

    private void reached(Frame frame) {
      deepestLevel = Math.max(deepestLevel, frame.level());
      if (seen.size() < MOST_FUNCTIONS && seen.add(frame.code())) {
        functions.add(new Name(frame.code().file(), frame.code().qualname()));
      }
    }

    @Override
    public void end(Ending ending) {}

    /**
     * Functions that ran, the program's {@code <module>} among them; a hundred thousand at most.
     */
    public int functions() {
      return functions.size();
    }

    /** The highest level of a user frame; 0 where only the program's {@code <module>} ran. */
    public int deepestLevel() {
      return deepestLevel;
    }
  }
}
