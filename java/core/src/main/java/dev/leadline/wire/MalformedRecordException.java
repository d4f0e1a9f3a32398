package dev.leadline.wire;

/** JSON that is not what it claims to be. The message is a clause about it. */
public final class MalformedRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }
}
