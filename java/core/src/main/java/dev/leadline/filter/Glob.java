package dev.leadline.filter;

/** One glob. */
public final class Glob {

  private Glob() {}

  /** Reads a glob; throws {@link BadGlobException}. */
  public static Glob compile(String glob) {
    throw new UnsupportedOperationException();
  }

  public boolean matches(String text) {
    throw new UnsupportedOperationException();
  }
}
