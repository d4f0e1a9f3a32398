package dev.leadline.filter;

/** A glob cannot be read. The message is one line for the user and names the glob. */
public final class BadGlobException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  BadGlobException(String message) {
    super(message);
  }
}
