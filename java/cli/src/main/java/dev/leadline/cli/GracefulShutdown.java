package dev.leadline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes the JVM, when a signal ends it, wait for the command: that closes its files and removes its
 * directories.
 */
final class GracefulShutdown {

  /** How long the command may take for it. */
  private static final long SECONDS = 10;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean asked;

  /** Waits from now on; not possible if the JVM is ending already. */
  boolean isPossible() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::await, "leadline-orderly-end"));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Whether the JVM is ending. */
  boolean wasAsked() {
    return asked;
  }

  /** There is nothing to wait for any more. */
  void commandIsDone() {
    done.countDown();
  }

  private void await() {
    asked = true;
    try {
      done.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
