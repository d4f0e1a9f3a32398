package dev.leadline.checkfile;

/** A text is no YAML that can be taken. The message is one line for the user. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  UnreadableException(Mark mark, String message) {
    super(message);
    line = mark.line();
    column = mark.column();
  }

  /** Where. */
  Mark mark() {
    return new Mark(line, column);
  }
}
