package dev.leadline.check.file.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was meant by a mistyped one. */
public final class Nearest {

  /** A word that needs more changes than every third letter is another word. */
  private static final int LETTERS_A_CHANGE = 3;

  private Nearest() {}

  /** The word that takes the fewest changes, if it takes few. */
  private static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> changes(typed, word)))
        .filter(word -> changes(typed, word) <= Math.max(1, word.length() / LETTERS_A_CHANGE));
  }

  /** The question whether it is what was meant, behind a clause; empty where nothing is near. */
  public static String question(String typed, Collection<String> words) {
    return to(typed, words).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  /** Levenshtein's distance: letters to insert, remove and replace. */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
