package dev.leadline.expect;

import java.util.Objects;

/**
 * A place in a text that a person wrote: a check file, or the source of the traced program.
 *
 * @param file a path, relative to where the check runs wherever it is beneath
 * @param line from 1; 0 where only the file is known
 */
public record Place(String file, int line) {

  public Place {
    Objects.requireNonNull(file, "file");
    if (line < 0) {
      throw new IllegalArgumentException("line: " + line);
    }
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
