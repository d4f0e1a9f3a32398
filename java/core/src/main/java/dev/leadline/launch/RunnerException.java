package dev.leadline.launch;

/** What is wrong with the command line of a runner, in one clause. */
public final class RunnerException extends Exception {

  private static final long serialVersionUID = 1L;

  RunnerException(String message) {
    super(message);
  }
}
