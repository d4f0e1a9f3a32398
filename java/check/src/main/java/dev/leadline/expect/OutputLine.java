package dev.leadline.expect;

import java.util.Optional;

/** A line of an output, beside another one. */
final class OutputLine {

  private OutputLine() {}

  static String of(Optional<String> line) {
    return line.orElse("(the end)");
  }
}
