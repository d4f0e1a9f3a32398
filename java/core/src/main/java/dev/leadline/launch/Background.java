package dev.leadline.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work beside a run, on a thread that does not keep this JVM alive. A thread that is done serves
 * the next run: one that has its programs by the hundred would otherwise start four for each.
 */
final class Background {

  /** How long a thread waits for the next run; not long in a JVM that is to go on without us. */
  private static final long IDLE_SECONDS = 2;

  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Background::thread);

  private final String name;
  private final Runnable task;
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Work that is not started yet.
   *
   * @param name what the thread is called meanwhile, without {@code leadline-}
   */
  Background(String name, Runnable task) {
    this.name = name;
    this.task = task;
  }

  /** Starts it. */
  void start() {
    THREADS.execute(this::run);
  }

  /** Waits until it is over. */
  void await() throws InterruptedException {
    over.await();
  }

  /** Waits until it is over, but no longer than that; says whether it is. */
  boolean await(long milliseconds) throws InterruptedException {
    return over.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  private void run() {
    Thread.currentThread().setName("leadline-" + name);
    try {
      task.run();
    } finally {
      over.countDown();
    }
  }

  private static Thread thread(Runnable worker) {
    Thread thread = new Thread(worker, "leadline-background");
    thread.setDaemon(true);
    return thread;
  }
}
