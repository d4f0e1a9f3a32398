package dev.leadline.check.file.node;

/**
 * A place in a check file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Mark(int line, int column) {

  static final Mark START = new Mark(1, 1);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
