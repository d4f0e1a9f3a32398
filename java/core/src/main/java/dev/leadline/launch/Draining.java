package dev.leadline.launch;

import java.io.IOException;

/** One stream of the process with the thread that reads it. */
final class Draining {

  /**
   * How long a pipe must bring nothing and hold nothing, once the process is gone, to count as
   * empty. What the process itself wrote is in the pipe by then; only a process that it left behind
   * could still write.
   */
  private static final long QUIET_MS = 500;

  private final AbandonableInput input;
  private final Background reader;

  Draining(String name, AbandonableInput input, Runnable reading) {
    this.input = input;
    this.reader = new Background(name, reading);
  }

  void start() {
    reader.start();
  }

  /** Waits until all is read, or until nothing comes although the pipe is still open. */
  void finish() {
    try {
      long before = input.reads();
      boolean over = reader.await(QUIET_MS);
      while (!over && !(input.reads() == before && input.abandonIfWaiting())) {
        before = input.reads();
        over = reader.await(QUIET_MS);
      }
      if (over) {
        input.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // nobody reads it any more
    }
  }

  /** Whether it was: nobody can write any more. */
  boolean isReadToItsEnd() {
    return input.ended();
  }
}
