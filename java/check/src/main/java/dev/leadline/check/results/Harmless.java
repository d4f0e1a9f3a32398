package dev.leadline.check.results;

import dev.leadline.report.text.TerminalText;
import java.util.regex.Pattern;

/**
 * Text that others wrote, made fit for the log of a build server. Such a log takes some lines for
 * commands: those that begin with {@code ::} (GitHub), and those with {@code ##[}, {@code ##vso[}
 * or {@code ##teamcity[} anywhere in them (GitHub's older form, Azure Pipelines, TeamCity).
 */
final class Harmless {

  private static final Pattern COMMAND = Pattern.compile("##(?=\\w*\\[)");

  private Harmless() {}

  /** One line of it. It must not begin a line of the log. */
  static String text(String text) {
    return COMMAND.matcher(TerminalText.escape(text)).replaceAll("#\\\\x23");
  }

  /** The same for JSON: no more than the string's other way to write it. */
  static String json(String json) {
    return COMMAND.matcher(json).replaceAll("#\\\\u0023");
  }
}
