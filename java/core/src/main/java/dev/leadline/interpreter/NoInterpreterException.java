package dev.leadline.interpreter;

/** There is no interpreter such as was asked for. The message is one line for the user. */
public final class NoInterpreterException extends Exception {

  private static final long serialVersionUID = 1L;

  NoInterpreterException(String message) {
    super(message);
  }
}
