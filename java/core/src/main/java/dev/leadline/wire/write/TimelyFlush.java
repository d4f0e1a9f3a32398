package dev.leadline.wire.write;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/**
 * Flushes an output several times a second, so that little is lost where this JVM is killed, and a
 * slow program's events can be read while it runs.
 */
public final class TimelyFlush implements Closeable {

  private static final long PERIOD_MS = 200;

  private final Flushable output;
  private boolean closed;

  /**
   * Flushes from now on.
   *
   * @param output may be flushed by another thread than the one that writes it; a failure is left
   *     to the next write to meet
   */
  public TimelyFlush(Flushable output) {
    this.output = output;
    Thread thread = new Thread(this::run, "leadline-flush");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!closesWithinPeriod()) {
        output.flush();
      }
    } catch (IOException e) {
      // whoever writes next meets it, too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean closesWithinPeriod() throws InterruptedException {
    if (!closed) {
      wait(PERIOD_MS);
    }
    return closed;
  }

  /** Flushes no more. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
