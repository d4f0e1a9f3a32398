package dev.leadline.json;

/** JSON is not what it claims to be. The message is a clause about it. */
public final class JsonFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /** One with such a clause. */
  public JsonFormatException(String message) {
    super(message);
  }
}
