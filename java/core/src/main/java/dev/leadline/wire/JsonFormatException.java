package dev.leadline.wire;

/** JSON is not what it claims to be. The message is a clause about it. */
public class JsonFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  JsonFormatException(String message) {
    super(message);
  }
}
