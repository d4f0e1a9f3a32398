package dev.leadline.batch;

import dev.leadline.event.EventSink;
import dev.leadline.launch.files.PrivateDirectory;
import dev.leadline.launch.signals.StopSignals;
import dev.leadline.process.IgnoredSignals;
import dev.leadline.run.PythonRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs several interpreters at the same time, as many as there are cores. Each gets the same stdin,
 * unless it has one of its own; what each writes is kept in files until this is closed.
 */
public final class ProgramRuns implements AutoCloseable {

  private final PrivateDirectory directory;
  private final int atOnce;
  private final AtomicInteger files = new AtomicInteger();
  private Optional<Path> stdin = Optional.empty(); // none where there is nothing to read

  private ProgramRuns(PrivateDirectory directory, int atOnce) {
    this.directory = directory;
    this.atOnce = atOnce;
  }

  /**
   * Reads what all programs get on stdin, to its end.
   *
   * @param stdin an empty stream if there is no input, and in place of a terminal
   */
  public static ProgramRuns reading(InputStream stdin) throws IOException {
    return reading(stdin, Runtime.getRuntime().availableProcessors());
  }

  /**
   * As {@link #reading(InputStream)}, with another number of runs at the same time.
   *
   * @param atOnce at least 1
   */
  public static ProgramRuns reading(InputStream stdin, int atOnce) throws IOException {
    ProgramRuns runs = new ProgramRuns(PrivateDirectory.ofThisJvm(), atOnce);
    try {
      Path file = runs.directory.path().resolve("stdin");
      if (Files.copy(stdin, file) > 0) {
        runs.stdin = Optional.of(file);
      }
      return runs;
    } catch (IOException e) {
      runs.close();
      throw new IOException("cannot take in stdin for the programs: " + e.getMessage(), e);
    }
  }

  /**
   * What receives results while other programs still run, on the thread that asked for the runs.
   */
  @FunctionalInterface
  public interface InOrder {
    /** The result of the run at that place; all before it have been received. */
    void next(int index, RunResult result) throws IOException;
  }

  /** As {@link #run(List, RunSinks, RunWatcher, InOrder)}, for results that can wait. */
  public List<RunResult> run(List<PythonRun> programs, RunSinks sinks, RunWatcher watcher)
      throws IOException {
    return run(programs, sinks, watcher, (index, result) -> {});
  }

  /**
   * Runs all, and returns when all have ended. It can be asked for again; what earlier runs wrote
   * stays.
   *
   * @param sinks makes what receives each run's events
   * @param each receives each result as soon as it and those before it are there
   * @return one result for each of them, in the same order; a run that fails is a result that says
   *     so
   * @throws StoppedException if this JVM was stopped; the programs have ended, too
   */
  public List<RunResult> run(
      List<PythonRun> programs, RunSinks sinks, RunWatcher watcher, InOrder each)
      throws IOException {
    if (programs.isEmpty()) {
      return List.of();
    }
    int parallel = Math.min(programs.size(), atOnce);
    ExecutorService pool = Executors.newFixedThreadPool(parallel, ProgramRuns::thread);
    try (Stopping stopping = new Stopping()) {
      List<Future<RunResult>> asked = new ArrayList<>();
      for (int i = 0; i < programs.size(); i++) {
        String name = Integer.toString(files.getAndIncrement());
        OneRun run = new OneRun(i, programs.get(i), directory.path(), name, stdin, sinks, watcher);
        asked.add(pool.submit(() -> run.run(stopping)));
      }
      List<RunResult> results = results(asked, each);
      if (stopping.signal().isPresent()) {
        throw new StoppedException(stopping.signal().get(), results);
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<RunResult> results(List<Future<RunResult>> asked, InOrder each)
      throws IOException {
    List<RunResult> results = new ArrayList<>();
    try {
      for (Future<RunResult> one : asked) {
        RunResult result = one.get();
        each.next(results.size(), result);
        results.add(result);
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the programs ran");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a run failed in a way of its own", e.getCause());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "leadline-run");
    thread.setDaemon(true);
    return thread;
  }

  /** Removes all files. */
  @Override
  public void close() {
    directory.close();
  }

  /** Makes the sink of each run. */
  public interface RunSinks {

    /**
     * The sink of one run. Asked on the thread of that run right before it starts; sinks of several
     * runs are at work at the same time. Its maker closes it when the run is over.
     *
     * @param index place of the run among those that were asked for, from 0
     */
    EventSink sinkOf(int index, PythonRun run) throws IOException;
  }

  /** Receives how far several runs are; called by the threads of the runs, one call at a time. */
  public interface RunWatcher {

    /** A watcher that does not care. */
    RunWatcher NONE = new RunWatcher() {};

    /** A run has begun; {@code index} is its place among those that were asked for, from 0. */
    default void started(int index, PythonRun run) {}

    /** A run is over. */
    default void ended(int index, RunResult result) {}
  }

  /** Remembers the first signal that asks this JVM to end while several programs run. */
  static final class Stopping implements AutoCloseable {

    private final AtomicReference<String> first = new AtomicReference<>("");
    private final StopSignals signals = new StopSignals(this::received);

    /** A signal that this process was started with ignored does not ask it to end. */
    private void received(String name) {
      if (!IgnoredSignals.atStart().contains(name)) {
        first.compareAndSet("", name);
      }
    }

    /** Its name, without {@code SIG}. */
    Optional<String> signal() {
      return Optional.of(first.get()).filter(name -> !name.isEmpty());
    }

    @Override
    public void close() {
      signals.close();
    }
  }
}
