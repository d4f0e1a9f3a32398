package dev.leadline.check;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges runs one after the other, on a thread of its own, while others are still at work. */
final class Judge implements AutoCloseable {

  private final ExecutorService bench = Executors.newSingleThreadExecutor(Judge::thread);
  private final Path directory;
  private final List<Future<?>> given = new ArrayList<>();
  private final List<Judgement> alone = new ArrayList<>();
  private final List<SuiteResult> suites = new ArrayList<>();

  /** One that tells places from that directory. */
  Judge(Path directory) {
    this.directory = directory;
  }

  /** Takes a run that has ended on all its interpreters. */
  synchronized void take(RunInProgress run) {
    given.add(
        bench.submit(
            () -> {
              judge(run);
              return run;
            }));
  }

  private void judge(RunInProgress run) throws IOException {
    Judgement judgement = new Judgement(run, directory);
    judgement.judge(false);
    if (judgement.hasAlone()) {
      alone.add(judgement);
    } else {
      suites.addAll(judgement.suites());
      run.close();
    }
  }

  /** Judges what is judged alone, too; what came of all, in the order of the plan. */
  List<SuiteResult> suites() throws IOException {
    awaitAll();
    for (Judgement judgement : alone) {
      judgement.judge(true);
      suites.addAll(judgement.suites());
    }
    // those of one run stay in the order of its interpreters
    return suites.stream().sorted(Comparator.comparingInt(SuiteResult::index)).toList();
  }

  private synchronized void awaitAll() throws IOException {
    try {
      for (Future<?> one : given) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while runs were judged");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a run could not be judged", e.getCause());
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "leadline-judge");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    bench.shutdownNow();
  }
}
