package dev.leadline.runs;

/** Hears how far several runs are; called by the threads of the runs, one call at a time. */
public interface RunWatcher {

  /** A watcher that does not care. */
  RunWatcher NOBODY = new RunWatcher() {};

  /** A run has begun; {@code index} is its place among those that were asked for, from 0. */
  default void started(int index, RunRequest request) {}

  /** A run is over. */
  default void ended(int index, RunResult result) {}
}
