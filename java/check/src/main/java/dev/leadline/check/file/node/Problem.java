package dev.leadline.check.file.node;

import dev.leadline.report.text.TerminalText;

/**
 * Something that is wrong in a check file.
 *
 * @param path the keys that lead to it: {@code runs[0].expect.calls}; empty for the whole file
 * @param message what is wrong, for the user
 */
public record Problem(Mark mark, String path, String message) {

  /** One line that harms no terminal, with the place in a file that is called so. */
  public String in(String file) {
    String said = (path.isEmpty() ? "" : path + ": ") + message;
    return file + ":" + mark + ": " + TerminalText.escape(said);
  }
}
