package dev.leadline.launch;

import java.io.IOException;

/** The program could not be run under the agent. The message is one line for the user. */
public final class LaunchException extends IOException {

  private static final long serialVersionUID = 1L;

  LaunchException(String message) {
    super(message);
  }

  LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
