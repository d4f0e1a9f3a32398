package dev.leadline.wire;

import java.io.IOException;

/** The stream cannot be read as a trace at all. The message is one line for the user. */
public class TraceFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  TraceFormatException(String message) {
    super(message);
  }
}
