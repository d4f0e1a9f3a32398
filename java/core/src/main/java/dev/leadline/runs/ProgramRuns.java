package dev.leadline.runs;

import dev.leadline.launch.PrivateDirectory;
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
   * @param stdin an empty stream where there is none, and in place of a terminal
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
   * Runs all, and returns when all have ended. It can be asked for again; what earlier runs wrote
   * stays.
   *
   * @param sinks makes what hears each run's events
   * @return one result for each request, in the same order; a run that fails is a result that says
   *     so
   * @throws StoppedException if this JVM was told to end; the programs have ended, too
   */
  public List<RunResult> run(List<RunRequest> requests, RunSinks sinks, RunWatcher watcher)
      throws IOException {
    if (requests.isEmpty()) {
      return List.of();
    }
    int parallel = Math.min(requests.size(), atOnce);
    ExecutorService pool = Executors.newFixedThreadPool(parallel, ProgramRuns::thread);
    try (Stopping stopping = new Stopping()) {
      List<Future<RunResult>> asked = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        String name = Integer.toString(files.getAndIncrement());
        OneRun run = new OneRun(i, requests.get(i), directory.path(), name, stdin, sinks, watcher);
        asked.add(pool.submit(() -> run.run(stopping)));
      }
      List<RunResult> results = results(asked);
      if (stopping.signal().isPresent()) {
        throw new StoppedException(stopping.signal().get(), results);
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<RunResult> results(List<Future<RunResult>> asked) throws IOException {
    List<RunResult> results = new ArrayList<>();
    try {
      for (Future<RunResult> one : asked) {
        results.add(one.get());
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
}
