package dev.leadline.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A shell-like pattern for a whole string, with case: {@code *} is any run of characters (also
 * {@code /}), {@code ?} any one, {@code [abc]}, {@code [a-z]} and {@code [!abc]} one of a set.
 *
 * <p>Globs and the names that they are tried on may both come from a foreign trace, so matching
 * takes no longer than the product of their lengths; a regular expression has no such bound.
 */
public final class Glob {

  /** Characters that a glob may have: more than the longest path of any system. */
  private static final int LONGEST = 5_000;

  private static final IntPredicate ANY = c -> true;

  /** Any run of characters; known by its identity. */
  private static final IntPredicate STAR =
      new IntPredicate() {
        @Override
        public boolean test(int c) {
          return true;
        }
      };

  private final String text;
  private final IntPredicate[] parts;

  private Glob(String text, IntPredicate[] parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * Reads a glob.
   *
   * @throws BadGlobException if it is empty or very long, a set is not closed, or a range runs
   *     backwards
   */
  public static Glob compile(String glob) {
    if (glob.isEmpty()) {
      throw new BadGlobException("a glob is empty; use * to match everything");
    }
    if (glob.length() > LONGEST) {
      throw new BadGlobException(
          "the glob "
              + BadGlobException.quoted(glob)
              + " is longer than "
              + LONGEST
              + " characters");
    }
    return new Glob(glob, isPlain(glob) ? new IntPredicate[0] : parts(glob));
  }

  private static boolean isPlain(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0 && glob.indexOf('[') < 0;
  }

  private static IntPredicate[] parts(String glob) {
    List<IntPredicate> parts = new ArrayList<>();
    int i = 0;
    while (i < glob.length()) {
      int c = glob.codePointAt(i);
      if (c == '[') {
        int close = closing(glob, i);
        parts.add(set(glob, i, close));
        i = close + 1;
      } else {
        parts.add(c == '*' ? STAR : c == '?' ? ANY : other -> other == c);
        i += Character.charCount(c);
      }
    }
    return parts.toArray(IntPredicate[]::new);
  }

  /** Whether the whole of {@code candidate} is what the glob means. */
  public boolean matches(String candidate) {
    return parts.length == 0 ? text.equals(candidate) : matches(candidate.codePoints().toArray());
  }

  /** On a mismatch the last star alone takes one more: an earlier one could gain nothing by it. */
  private boolean matches(int[] name) {
    int part = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < name.length) {
      if (part < parts.length && parts[part] == STAR) {
        star = part++;
        resume = at;
      } else if (part < parts.length && parts[part].test(name[at])) {
        part++;
        at++;
      } else if (star >= 0) {
        part = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == STAR) {
      part++;
    }
    return part == parts.length;
  }

  /** The glob as it was written. */
  @Override
  public String toString() {
    return text;
  }

  /** Where the set ends that is opened there; a bracket right at its beginning is a member. */
  private static int closing(String glob, int open) {
    int close = glob.indexOf(']', first(glob, open) + 1);
    if (close < 0) {
      throw new BadGlobException(
          "the [ in the glob " + BadGlobException.quoted(glob) + " is never closed by a ]");
    }
    return close;
  }

  private static int first(String glob, int open) {
    return open + (glob.startsWith("!", open + 1) ? 2 : 1);
  }

  private static IntPredicate set(String glob, int open, int close) {
    int[] members = glob.substring(first(glob, open), close).codePoints().toArray();
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      boolean range = i + 2 < members.length && members[i + 1] == '-';
      int last = range ? members[i + 2] : members[i];
      if (members[i] > last) {
        throw new BadGlobException(
            "the range %s in the glob %s runs backwards"
                .formatted(new String(members, i, 3), BadGlobException.quoted(glob)));
      }
      ranges.add(new int[] {members[i], last});
      i += range ? 2 : 0;
    }
    IntPredicate inside = c -> ranges.stream().anyMatch(r -> r[0] <= c && c <= r[1]);
    return glob.startsWith("!", open + 1) ? inside.negate() : inside;
  }

  /** A glob cannot be read. The message is one line for the user and names the glob. */
  public static final class BadGlobException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Characters of a glob that a message quotes. */
    private static final int EXCERPT = 80;

    BadGlobException(String message) {
      super(message);
    }

    /** The glob in quotes, its beginning where it is long. */
    static String quoted(String glob) {
      return glob.length() <= EXCERPT
          ? "'" + glob + "'"
          : "'" + glob.substring(0, EXCERPT) + "...'";
    }
  }
}
