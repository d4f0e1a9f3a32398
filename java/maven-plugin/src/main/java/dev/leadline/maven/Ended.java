package dev.leadline.maven;

import java.util.Objects;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param status its exit status
 * @param complained whether Leadline could not do what it was asked for
 * @param last Leadline's own last line, which is not in the log yet
 */
record Ended(int status, boolean complained, Optional<String> last) {

  private static final String NAME = "leadline: ";

  Ended {
    Objects.requireNonNull(last, "last");
  }

  /** The last line as the message of an exception. */
  String lastWord() {
    String line = last.orElse("Leadline failed, with status " + status);
    return line.startsWith(NAME) ? line.substring(NAME.length()) : line;
  }

  /** Puts the last line into the log, where no exception takes it. */
  void sayLastWord(MavenLines lines) {
    last.ifPresent(lines::info);
  }
}
