package dev.leadline.filter;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A shell-like pattern for a whole string, with case: {@code *} is any run of characters (also
 * {@code /}), {@code ?} any one, {@code [abc]}, {@code [a-z]} and {@code [!abc]} one of a set.
 */
public final class Glob {

  private final String text;
  private final Optional<Pattern> pattern;

  /** pattern: none where the text means but itself, as most do. */
  private Glob(String text, Optional<Pattern> pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * Reads a glob.
   *
   * @throws BadGlobException if it is empty, a set is not closed, or a range runs backwards
   */
  public static Glob compile(String glob) {
    if (glob.isEmpty()) {
      throw new BadGlobException("a glob is empty; use * to match everything");
    }
    return new Glob(glob, isPlain(glob) ? Optional.empty() : Optional.of(pattern(glob)));
  }

  private static boolean isPlain(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0 && glob.indexOf('[') < 0;
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      i = translate(glob, i, regex);
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** Whether the whole of {@code candidate} is what the glob means. */
  public boolean matches(String candidate) {
    return pattern.isPresent()
        ? pattern.get().matcher(candidate).matches()
        : text.equals(candidate);
  }

  /** The glob as it was written. */
  @Override
  public String toString() {
    return text;
  }

  /** Translates what stands at {@code i}; where the rest begins. */
  private static int translate(String glob, int i, StringBuilder regex) {
    int c = glob.codePointAt(i);
    switch (c) {
      case '*' -> regex.append(".*");
      case '?' -> regex.append('.');
      case '[' -> {
        return translateSet(glob, i, regex);
      }
      default -> regex.append(Pattern.quote(Character.toString(c)));
    }
    return i + Character.charCount(c);
  }

  private static int translateSet(String glob, int open, StringBuilder regex) {
    boolean negated = glob.startsWith("!", open + 1);
    int first = open + (negated ? 2 : 1);
    int close = glob.indexOf(']', first + 1);
    if (close < 0) {
      throw new BadGlobException("the [ in the glob '" + glob + "' is never closed by a ]");
    }
    regex.append(negated ? "[^" : "[");
    for (int i = first; i < close; i++) {
      boolean range = i + 2 < close && glob.charAt(i + 1) == '-';
      if (range && glob.charAt(i) > glob.charAt(i + 2)) {
        String text = glob.substring(i, i + 3);
        throw new BadGlobException(
            "the range " + text + " in the glob '" + glob + "' runs backwards");
      }
      member(glob.charAt(i), regex);
      if (range) {
        member(glob.charAt(i + 2), regex.append('-'));
        i += 2;
      }
    }
    regex.append(']');
    return close + 1;
  }

  private static void member(char c, StringBuilder regex) {
    if ("\\[]^-&".indexOf(c) >= 0) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
