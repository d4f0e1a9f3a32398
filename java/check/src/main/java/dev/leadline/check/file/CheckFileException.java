package dev.leadline.check.file;

import java.util.List;

/**
 * A check file cannot be taken as it is. The message is one line for each thing that is wrong, each
 * with its place.
 */
public final class CheckFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String[] problems;

  CheckFileException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** One line for each thing that is wrong, in the order of the file. */
  public List<String> problems() {
    return List.of(problems);
  }
}
