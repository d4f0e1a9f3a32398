package dev.leadline.files;

import java.io.IOException;

/**
 * Recognises that the other end of a pipe was closed, for which Java has no exception of its own.
 */
public final class BrokenPipe {

  private BrokenPipe() {}

  /** Whether a write failed since the reader has closed the pipe (EPIPE). */
  public static boolean is(IOException problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && tellsIt(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  private static boolean tellsIt(String message) {
    return message != null
        && (message.contains("Broken pipe")
            || message.contains("Pipe closed")
            || message.contains("The pipe is being closed"));
  }
}
