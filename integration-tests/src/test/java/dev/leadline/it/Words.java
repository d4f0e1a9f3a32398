package dev.leadline.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a command line in a table: blanks part them, double quotes hold them together. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([ntr\"\\\\])|x([0-9a-f]{2})|u([0-9a-f]{4}))");

  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      words.add(unescape(word.group(2) == null ? word.group(1) : word.group(2)));
    }
    return words;
  }

  /** Resolves {@code \n \t \r \" \\}, {@code \xHH} and <code>\</code>{@code uHHHH}. */
  static String unescape(String text) {
    return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult match) {
    if (match.group(1) != null) {
      return switch (match.group(1)) {
        case "n" -> "\n";
        case "t" -> "\t";
        case "r" -> "\r";
        default -> match.group(1);
      };
    }
    String hex = match.group(2) == null ? match.group(3) : match.group(2);
    return Character.toString(Integer.parseInt(hex, 16));
  }
}
