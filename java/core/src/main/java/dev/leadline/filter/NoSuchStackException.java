package dev.leadline.filter;

import java.io.IOException;

/** A trace has no process, or no thread, of the number that was asked for; says which it has. */
public final class NoSuchStackException extends IOException {

  private static final long serialVersionUID = 1L;

  NoSuchStackException(String message) {
    super(message);
  }
}
