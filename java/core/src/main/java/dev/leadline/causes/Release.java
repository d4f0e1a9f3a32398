package dev.leadline.causes;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of CPython, in so far as causes go by it. */
record Release(int major, int minor, int micro) implements Comparable<Release> {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Release::major)
          .thenComparingInt(Release::minor)
          .thenComparingInt(Release::micro);

  /** 3.X */
  static Release of(int minor) {
    return new Release(3, minor, 0);
  }

  /** 3.X.Y */
  static Release of(int minor, int micro) {
    return new Release(3, minor, micro);
  }

  /** Whether it is one of 3.X. */
  boolean isOf(int version) {
    return minor == version;
  }

  /** A version as an interpreter says it; an alpha of 3.15.0 counts as 3.15.0. */
  static Optional<Release> parse(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches()
        ? Optional.of(
            new Release(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Release other) {
    return ORDER.compare(this, other);
  }
}
