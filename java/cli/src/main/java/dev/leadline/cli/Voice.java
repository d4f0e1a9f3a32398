package dev.leadline.cli;

import dev.leadline.report.TerminalText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Leadline's own lines on stderr, told from the program's by their beginning. */
final class Voice {

  static final String NAME = "leadline: ";

  private final PrintStream err;

  /** A voice on {@code err}, in UTF-8 as everywhere in Leadline. */
  Voice(OutputStream err) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  /** Says one sentence, on one line, with nothing in it that a terminal would obey. */
  void say(String sentence) {
    err.print(NAME + TerminalText.escape(sentence) + "\n");
    err.flush();
  }
}
