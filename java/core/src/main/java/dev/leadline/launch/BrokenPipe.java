package dev.leadline.launch;

import java.io.IOException;

/**
 * Recognises that the other end of a pipe was closed, for which Java has no exception of its own.
 */
public final class BrokenPipe {

  private BrokenPipe() {}

  /** Whether a write failed since nobody reads any more (EPIPE). */
  public static boolean is(IOException problem) {
    String message = problem.getMessage();
    return message != null
        && (message.contains("Broken pipe")
            || message.contains("Pipe closed")
            || message.contains("The pipe is being closed"));
  }
}
