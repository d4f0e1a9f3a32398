package dev.leadline.filter;

/** A glob cannot be read. The message is one line for the user and names the glob. */
public final class BadGlobException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Characters of a glob that a message quotes. */
  private static final int EXCERPT = 80;

  BadGlobException(String message) {
    super(message);
  }

  /** The glob in quotes, its beginning where it is long. */
  static String quoted(String glob) {
    return glob.length() <= EXCERPT ? "'" + glob + "'" : "'" + glob.substring(0, EXCERPT) + "...'";
  }
}
