package dev.leadline.launch;

import dev.leadline.launch.children.RunningProgram;
import java.util.Optional;

/**
 * Ends the program when this JVM ends by other ways than a signal that is forwarded: by {@code
 * System.exit}, or where signals cannot be had.
 */
final class EndOnShutdown implements AutoCloseable {

  private static final String TOO_LATE = "stopped before the program was started";

  private final Thread hook = new Thread(this::end, "leadline-end-program");
  private Optional<RunningProgram> program = Optional.empty();
  private boolean ending;

  /**
   * A guard for a program that is still to be started.
   *
   * @throws LaunchException if this JVM is about to end already
   */
  EndOnShutdown() throws LaunchException {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new LaunchException(TOO_LATE, e);
    }
  }

  /** Says whether there is still time to start it: the JVM may have begun to remove its files. */
  synchronized void check() throws LaunchException {
    if (ending) {
      throw new LaunchException(TOO_LATE);
    }
  }

  /** The program is there now; it ends at once if the JVM began to end meanwhile. */
  void guard(RunningProgram started) {
    synchronized (this) {
      program = Optional.of(started);
      if (!ending) {
        return;
      }
    }
    started.endInTime();
  }

  private void end() {
    Optional<RunningProgram> running;
    synchronized (this) {
      ending = true;
      running = program;
    }
    running.ifPresent(RunningProgram::endInTime);
  }

  /** The process is gone: there is nothing to end any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the shutdown is under way: the hook is what ended the process
    }
  }
}
