package dev.leadline.cli.output;

import dev.leadline.report.text.TerminalText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Leadline's own lines on stderr; their prefix sets them apart from the program's. */
public final class Messages {

  public static final String PREFIX = "leadline: ";

  private final PrintStream err;

  /** Writes to {@code err}, in UTF-8 as everywhere in Leadline. */
  public Messages(OutputStream err) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  /** Writes one sentence, on one line, without control characters. */
  public void say(String sentence) {
    err.print(PREFIX + TerminalText.escape(sentence) + "\n");
    err.flush();
  }
}
