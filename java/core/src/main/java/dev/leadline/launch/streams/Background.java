package dev.leadline.launch.streams;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work beside a run, on a daemon thread of its own. */
public final class Background {

  private final Thread thread;
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * Work that is not started yet.
   *
   * @param name of its thread, without {@code leadline-}
   */
  public Background(String name, Runnable task) {
    thread = new Thread(() -> run(task), "leadline-" + name);
    thread.setDaemon(true);
  }

  /** Starts it. */
  public void start() {
    thread.start();
  }

  /** Waits until it is over. */
  public void await() throws InterruptedException {
    over.await();
  }

  /** Waits until it is over, but no longer than that; says whether it is. */
  public boolean await(long milliseconds) throws InterruptedException {
    return over.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      over.countDown();
    }
  }
}
