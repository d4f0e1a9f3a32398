package dev.leadline.results;

import java.io.IOException;

/** A file does not hold the results of a check. The message is one line for the user. */
public final class ResultFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  ResultFormatException(String name, String why) {
    super(name + " does not hold the results of a check: " + why);
  }
}
