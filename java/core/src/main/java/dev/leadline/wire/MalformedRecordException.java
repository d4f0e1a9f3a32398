package dev.leadline.wire;

/** A line is JSON, and yet not the record it claims to be. The message is a clause about it. */
final class MalformedRecordException extends JsonFormatException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }
}
