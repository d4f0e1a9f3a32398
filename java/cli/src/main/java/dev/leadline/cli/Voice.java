package dev.leadline.cli;

import dev.leadline.wire.JsonText;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Leadline's own lines on stderr, told from the program's by their beginning. */
final class Voice {

  private static final String NAME = "leadline: ";

  private final PrintStream err;

  /** A voice on {@code err}, in UTF-8 as everywhere in Leadline. */
  Voice(OutputStream err) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  /** Says one sentence, on one line, with nothing in it that a terminal would obey. */
  void say(String sentence) {
    err.print(NAME + harmless(sentence) + "\n");
    err.flush();
  }

  /** The text with controls, line breaks and directional overrides written as escapes. */
  static String harmless(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        quoted.append(c).append(text.charAt(++i));
      } else if (JsonText.isHarmful(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }
}
