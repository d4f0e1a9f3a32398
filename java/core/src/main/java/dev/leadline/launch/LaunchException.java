package dev.leadline.launch;

import dev.leadline.wire.Exit;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** The program could not be run under the agent. The message is one line for the user. */
public class LaunchException extends IOException {

  private static final long serialVersionUID = 1L;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What could not be done, and the reason in words instead of the name of a Java class. */
  public static LaunchException because(String what, IOException cause) {
    return new LaunchException(what + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /**
   * The interpreter was brought to an end before the program could start, and before its header.
   */
  public static final class EndedEarlyException extends LaunchException {

    private static final long serialVersionUID = 1L;

    private final transient Exit exit;

    EndedEarlyException(Exit exit) {
      super(exit.beforeHeader());
      this.exit = exit;
    }

    /** How its process ended: a plain run would have ended so, too. */
    public Exit exit() {
      return exit;
    }
  }
}
